const isEnd = (char: string | undefined): boolean => char === undefined || char === '\t' || char === '\n' || char === '\r';

/** A cell that is quoted as spreadsheets quote them, beginning at a quote; null when the quote is one of the words. */
function readQuoted(text: string, start: number): { value: string; end: number } | null {
  for (let at = start + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    if (text[quote + 1] === '"') {
      at = quote + 2;
      continue;
    }
    if (!isEnd(text[quote + 1])) return null;
    const inner = text.slice(start + 1, quote);
    // Spreadsheets quote a cell only for what is in it. “"Did I order that?"” stands in its cell with its quotes.
    if (!/[\t\n\r]|""/.test(inner)) return null;
    return { value: inner.replaceAll('""', '"').replace(/\r\n?/g, '\n'), end: quote + 1 };
  }
}

/**
 * The rows of tab-separated text, as Excel, LibreOffice and Google’s tables put it into the clipboard: a cell with a line break or a tab
 * stands in quotes, with its own quotes doubled. The line break at the end begins no row.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : null;
    let end = quoted?.end ?? at;
    if (!quoted) while (!isEnd(text[end])) end++;
    row.push(quoted?.value ?? text.slice(at, end));
    if (text[end] === '\t') {
      at = end + 1;
      // A tab at the very end has an empty cell behind it.
      if (at === text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
