const named: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  apos: '’',
  colon: ':',
  semi: ';',
  num: '#',
  comma: ',',
};

/** A name as people read it: Mermaid's entities (`#35;`, `#quot;`) decoded, line breaks of HTML and runs of blanks as one blank. */
export function toReadableText(text: string): string {
  return text
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/[&#]#?(\d{1,7}|[a-z]{2,8});/gi, (entity, name: string) => decode(name) ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}

function decode(name: string): string | undefined {
  if (!/^\d+$/.test(name)) return named[name.toLowerCase()];
  const code = Number(name);
  const isCharacter = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}
