import type { Locale } from '@/lib/i18n/locale';
import de from '@/lib/i18n/messages/de/offline.json';
import en from '@/lib/i18n/messages/en/offline.json';
import type { Theme } from '@/lib/i18n/theme';
import { isMapPath, type KeptPage } from './keptPage';
import { offlineScript, offlineStyle } from './offlineLook';

/** What the page that stands in for the server shows. */
export type OfflinePage = {
  locale: Locale;
  theme: Theme;
  /** What was asked for. */
  path: string;
  /** Maps that open from this device, the last opened one first. */
  maps: readonly Pick<KeptPage, 'path' | 'title' | 'keptAt'>[];
  /** Paths of the fonts that are kept: regular and semi-bold. */
  fonts: { regular: string; strong: string } | null;
  nonce: string;
};

const words = { de, en };
const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

const waymark =
  '<svg width="28" height="28" viewBox="0 0 24 24" fill="none" aria-hidden="true"><path d="M11 2h2v20h-2z" fill="currentColor"/>' +
  '<path d="M5 4h12.2L21 7.5 17.2 11H5z" fill="currentColor"/><path d="M19 13H9.2L6 15.75 9.2 18.5H19z" fill="var(--moment)"/></svg>';

function listMaps({ locale, maps }: OfflinePage): string {
  const t = words[locale];
  if (maps.length === 0) return '';
  const format = new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  const lines = maps.map(
    ({ path, title, keptAt }) =>
      `<li><a href="${escapeHtml(path)}"><b>${escapeHtml(title || t.untitled)}</b>` +
      `<span>${t.opened} ${escapeHtml(format.format(keptAt))}</span></a></li>`,
  );
  return `<section aria-labelledby="maps"><h2 id="maps">${t.mapsTitle}</h2><p>${t.mapsText}</p><ul>${lines.join('')}</ul></section>`;
}

/** The page as text: what is the matter, what can be done without network, and that it goes on trying. */
export function writeOfflinePage(page: OfflinePage): string {
  const { locale, theme, path, nonce } = page;
  const t = words[locale];
  return `<!doctype html>
<html lang="${locale}"${theme === 'system' ? '' : ` data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<title>${t.title} · Wegmarke</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${offlineStyle(page.fonts)}</style>
</head>
<body>
<header>${waymark}<span>Wegmarke</span></header>
<main>
<h1>${t.heading}</h1>
<p class="lead">${isMapPath(path) ? t.mapText : t.pageText}</p>
<p class="try"><button type="button" id="retry">${t.retry}</button><span>${t.waiting}</span></p>
${listMaps(page)}
</main>
<script nonce="${nonce}">${offlineScript}</script>
</body>
</html>
`;
}

/** Its Content-Security-Policy: its own style and script, this server's fonts, and the question whether the server is back. */
export function offlinePolicy(nonce: string): string {
  return (
    `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; font-src 'self'; img-src data:; ` +
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  );
}
