/** A text as it is compared, and where each of its UTF-16 units began in the text as written; one entry more, for its end. */
export type FoldedText = { folded: string; at: readonly number[] };

const marks = /\p{M}+/gu;

/**
 * Makes a text ready to be searched: lower case, without accents and umlauts' dots, “ß” as “ss”, soft hyphens and line breaks out of the
 * way. So “uberweisung” finds “Überweisung”, and a word is found where it was broken.
 */
export function foldText(text: string): FoldedText {
  let folded = '';
  const at: number[] = [];
  let index = 0;
  for (const character of text) {
    const plain = foldCharacter(character);
    for (let unit = 0; unit < plain.length; unit++) at.push(index);
    folded += plain;
    index += character.length;
  }
  at.push(text.length);
  return { folded, at };
}

function foldCharacter(character: string): string {
  if (character === '\u00ad') return '';
  if (/\s/u.test(character)) return ' ';
  const lower = character.toLowerCase();
  if (lower === 'ß') return 'ss';
  return lower < '\u0080' ? lower : lower.normalize('NFD').replace(marks, '');
}

/** The words of what somebody looks for, folded; none when they wrote only blanks. */
export function toSearchWords(query: string): string[] {
  return foldText(query)
    .folded.split(' ')
    .filter((word) => word !== '');
}
