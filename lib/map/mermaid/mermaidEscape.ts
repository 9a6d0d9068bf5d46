// What Mermaid takes for the end of a name, a comment, a directive, a tag, or the beginning of an entity.
const special = /[#:;%<]|&(?=\S)/g;
// A name that begins with one of these is taken for the keyword, or for a fence when the text stands in a Markdown file.
const misleadingStart = /^(?:journey|title|section|accTitle|accDescr|[`~])/i;
const numeric = /^[+-]?[\d.]+$/;

/** A no-break space: Mermaid wants a name where a map may have none. It is read as nothing again. */
const noName = '#160;';

const toEntity = (char: string): string => `#${char.codePointAt(0)};`;

/** A text as Mermaid can hold it on one line: blanks and line breaks as one blank, everything with a meaning of its own as an entity (`#58;`). */
export function escapeMermaid(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(special, toEntity);
}

/** The name of a section or task. */
export function escapeName(text: string): string {
  const escaped = escapeMermaid(text);
  if (escaped === '') return noName;
  return misleadingStart.test(escaped) ? `${toEntity(escaped)}${escaped.slice(1)}` : escaped;
}

/** The name of one of several actors. One that looks like a number would be read as the score. */
export function escapeActor(text: string): string {
  const escaped = escapeMermaid(text).replaceAll(',', toEntity);
  return numeric.test(escaped) ? `${toEntity(escaped)}${escaped.slice(1)}` : escaped;
}

/** A comment: one line, with nothing that Mermaid looks for even there. */
export function toCommentLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replaceAll('%%', '% %');
  return `%% ${line}`;
}
