/** Words between tags, or in attributes that people see or hear. */
const betweenTags = />\s*([^<>{}\n]*\p{L}{2,}[^<>{}\n]*?)\s*<\/?[A-Za-z]/gu;
const inAttributes = /\s(?:aria-label|title|placeholder|alt|label|hint)="([^"]*\p{L}{2,}[^"]*)"/gu;

/**
 * Text that stands in JSX itself instead of in the messages. A search with regular expressions: it finds what people write by accident,
 * not what they hide on purpose.
 */
export function visibleTextOf(source: string): string[] {
  const markup = source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/=>/g, '');
  return (
    [...markup.matchAll(betweenTags), ...markup.matchAll(inAttributes)]
      .map(([, text = '']) => text)
      // Generics and comparisons look like tags with text between them.
      .filter((text) => !/[=;()&|]|^\w+(\.\w+)*\s*[,?:]/.test(text))
  );
}
