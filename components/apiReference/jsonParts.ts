/** A piece of JSON text and what it is. */
export type JsonPart = { text: string; kind: 'key' | 'string' | 'value' | 'rest' };

const token = /("(?:[^"\\]|\\.)*")(\s*:)?|(true|false|null|-?\d+(?:\.\d+)?)/g;

/** JSON text in pieces, in order: together they are the text again. */
export function jsonParts(text: string): JsonPart[] {
  const parts: JsonPart[] = [];
  let end = 0;
  const add = (kind: JsonPart['kind'], piece: string) => {
    if (piece !== '') parts.push({ kind, text: piece });
  };
  for (const match of text.matchAll(token)) {
    const [whole, quoted, colon] = match;
    add('rest', text.slice(end, match.index));
    if (quoted === undefined) add('value', whole);
    else {
      add(colon === undefined ? 'string' : 'key', quoted);
      add('rest', colon ?? '');
    }
    end = match.index + whole.length;
  }
  add('rest', text.slice(end));
  return parts;
}
