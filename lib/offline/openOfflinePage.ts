import type { Locale } from '@/lib/i18n/locale';
import { offlinePolicy, writeOfflinePage } from './offlinePage';
import { listKeptFiles, listKeptPages } from './shelf';

/** The language of the device, for whoever has no kept page whose language could be taken. */
function deviceLocale(): Locale {
  const known = navigator.languages.map((language) => language.slice(0, 2)).find((name) => name === 'de' || name === 'en');
  return known === 'de' ? 'de' : 'en';
}

async function findFonts(build: string | undefined): Promise<{ regular: string; strong: string } | null> {
  if (build === undefined) return null;
  const files = await listKeptFiles(build);
  const find = (weight: number) => files.find((file) => file.includes(`/inter-latin-${weight}-normal.`));
  const [regular, strong] = [find(400), find(600)];
  return regular && strong ? { regular, strong } : null;
}

/** What stands in for the server when it is out of reach and the page that was asked for is not kept. */
export async function openOfflinePage(path: string): Promise<Response> {
  const maps = await listKeptPages().catch(() => []);
  const [last] = maps;
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const text = writeOfflinePage({
    locale: last?.locale ?? deviceLocale(),
    theme: last?.theme ?? 'system',
    path,
    maps,
    fonts: await findFonts(last?.build).catch(() => null),
    nonce,
  });
  return new Response(text, {
    status: 503,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': offlinePolicy(nonce),
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
