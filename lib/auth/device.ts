import type { HeaderReader } from '@/lib/http/origin';

const browsers: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

const nameIn = (table: [RegExp, string][], text: string) => table.find(([pattern]) => pattern.test(text))?.[1];

/** The browser and system in a User-Agent header, coarse enough to recognise one's own device by and no more: "Firefox · Linux". Null when unknown. */
export function deviceOf(headers: HeaderReader): string | null {
  const agent = (headers.get('user-agent') ?? '').slice(0, 500);
  const parts = [nameIn(browsers, agent), nameIn(systems, agent)].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' · ') : null;
}
