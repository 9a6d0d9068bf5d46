import { type Locale, localeSchema } from '@/lib/i18n/locale';
import { type Theme, themeSchema } from '@/lib/i18n/theme';

/** The attribute of `<body>` that says in whose name the server made a page. */
export const personAttribute = 'data-person';

/** What a page says of itself in its first lines. */
export type PageFacts = { person: string | null; locale: Locale; theme: Theme };

const attribute = (tag: string, name: string): string | null => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null;
const tagOf = (html: string, name: string): string => new RegExp(`<${name}(?:\\s[^>]*)?>`).exec(html)?.[0] ?? '';

/** Reads whose page it is, its language and its scheme from a page's text. */
export function readPageFacts(html: string): PageFacts {
  const head = tagOf(html, 'html');
  return {
    person: attribute(tagOf(html, 'body'), personAttribute) || null,
    locale: localeSchema.catch('en').parse(attribute(head, 'lang')),
    theme: themeSchema.catch('system').parse(attribute(head, 'data-theme')),
  };
}

/** The built files that a page's text names. */
export function listPageFiles(html: string): string[] {
  return [...new Set(html.match(/\/_next\/static\/[\w\-./~%]+\.(?:js|css|woff2)/g) ?? [])];
}

const headersOfPages = [
  'Content-Type',
  'Content-Security-Policy',
  'Referrer-Policy',
  'X-Content-Type-Options',
  'X-Frame-Options',
  'Cross-Origin-Opener-Policy',
  'Cross-Origin-Resource-Policy',
  'Permissions-Policy',
];

/** The headers with which a page is kept: those that protect it. Its policy names the nonce of its own scripts. */
export function keptHeaders(headers: Headers): Headers {
  return new Headers(
    headersOfPages.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? '']] : [])) as [string, string][],
  );
}
