import type { Locale } from '@/lib/i18n/locale';
import type { Theme } from '@/lib/i18n/theme';

/** What is known of a map's page that this browser keeps, so that it opens without network. */
export type KeptPage = {
  /** `/maps/<id>` */
  path: string;
  title: string;
  /** `user:<id>` or `guest:<id>`: in whose name the page was made. */
  person: string;
  locale: Locale;
  theme: Theme;
  /** The build whose files the page asks for. */
  build: string;
  /** When it was kept, and when it goes unless it is kept again: milliseconds since 1970, by this device's clock. */
  keptAt: number;
  until: number;
};

/** Maps that one browser keeps at most; the one that was opened longest ago goes first. */
export const mostPages = 30;
/** Builds whose files are kept at most: a page of an older one was not opened for several upgrades. */
export const mostBuilds = 3;

/** Whether a path is that of a map's page. */
export function isMapPath(path: string): boolean {
  return /^\/maps\/[^/]+$/.test(path);
}

/** The form in which it stands in a header of the kept page. */
export function writeKeptPage(page: KeptPage): string {
  return encodeURIComponent(JSON.stringify(page));
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** What a header says; null when it is none of ours, or of a release that wrote it in another form. */
export function readKeptPage(header: string | null): KeptPage | null {
  if (header === null) return null;
  try {
    const { path, title, person, locale, theme, build, keptAt, until } = JSON.parse(decodeURIComponent(header));
    if (![path, title, person, build].every(isText) || !isTime(keptAt) || !isTime(until)) return null;
    return {
      path,
      title,
      person,
      locale: locale === 'de' ? 'de' : 'en',
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
      build,
      keptAt,
      until,
    };
  } catch {
    return null;
  }
}

/** Which of the kept pages may stay, newest first: not run out, not too many, of the last few builds. */
export function choosePages(pages: readonly KeptPage[], now: number): KeptPage[] {
  const newest = pages.filter(({ until }) => until > now).sort((a, b) => b.keptAt - a.keptAt);
  const builds = [...new Set(newest.map(({ build }) => build))].slice(0, mostBuilds);
  return newest.filter(({ build }) => builds.includes(build)).slice(0, mostPages);
}
