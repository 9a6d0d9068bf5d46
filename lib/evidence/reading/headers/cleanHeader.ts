const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** A header as people read it: survey tools write questions with the HTML that they were formatted with. */
export function cleanHeader(text: string): string {
  return text
    .slice(0, 8000)
    .replace(/<\/?(?:br|p|div|li|ul|ol|tr|td|h\d)\b[^<>]*>/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(?:#(\d{1,6})|([a-z]{2,6}));/gi, (whole, code?: string, name?: string) =>
      code === undefined
        ? (entities[name?.toLowerCase() ?? ''] ?? whole)
        : String.fromCodePoint(Math.min(Number(code), 0x10ffff)),
    )
    .replace(/[\s\p{Cc}\ufeff]+/gu, ' ')
    .trim();
}
