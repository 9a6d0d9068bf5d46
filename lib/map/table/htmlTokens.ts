import { decodeEntities } from './htmlEntities';

export type HtmlToken = { type: 'text'; text: string } | { type: 'open' | 'close'; name: string; attributes: string };

/** Elements whose inside is no text of the page. */
const skipped = new Set(['script', 'style', 'title', 'template', 'noscript', 'svg', 'textarea', 'xmp']);

/** Where a tag ends that begins at `<`: quotes may hold a `>`. The text's length when it never does. */
function endOfTag(html: string, start: number): number {
  let quote = '';
  for (let at = start + 1; at < html.length; at++) {
    const char = html[at];
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at;
  }
  return html.length;
}

function afterComment(html: string, start: number): number {
  const end = html.startsWith('<!--', start) ? html.indexOf('-->', start + 4) + 3 : html.indexOf('>', start) + 1;
  return end < start ? html.length : end;
}

/**
 * The tags and words of HTML in their order. Reads, and never makes anything of it: no element, no script, no picture comes of what a
 * clipboard holds.
 */
export function* listHtmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const end = open < 0 ? html.length : open;
    if (end > at) yield { type: 'text', text: decodeEntities(html.slice(at, end)) };
    if (open < 0) return;
    if (html[open + 1] === '!' || html[open + 1] === '?') {
      at = afterComment(html, open);
      continue;
    }
    const [, slash = '', rawName = ''] = /^<(\/?)([a-z][a-z0-9:-]*)/i.exec(html.slice(open, open + 40)) ?? [];
    if (rawName === '') {
      yield { type: 'text', text: '<' };
      at = open + 1;
      continue;
    }
    const name = rawName.toLowerCase();
    const close = endOfTag(html, open);
    at = close + 1;
    if (slash === '' && skipped.has(name)) {
      const rest = new RegExp(`</${name}[\\s>]`, 'gi');
      rest.lastIndex = at;
      const found = rest.exec(html);
      at = found ? endOfTag(html, found.index) + 1 : html.length;
      continue;
    }
    yield {
      type: slash === '' ? 'open' : 'close',
      name,
      attributes: html.slice(open + 1 + slash.length + rawName.length, close),
    };
  }
}
