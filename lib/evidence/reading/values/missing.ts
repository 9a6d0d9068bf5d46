/** How exports write that there is no value; compared without case. A plan has its own list, which begins as this one. */
export const usualMissing = [
  'na',
  'n/a',
  '#n/a',
  '-',
  '–',
  '—',
  '--',
  'null',
  'none',
  'nan',
  'k. a.',
  'k.a.',
  '(empty)',
  '(leer)',
];

/** Tells cells without a value. */
export function missingTest(words: readonly string[]): (cell: string) => boolean {
  const known = new Set(words.map((word) => word.trim().toLowerCase()));
  return (cell) => {
    const text = cell.trim();
    return text === '' || (text.length <= 40 && known.has(text.toLowerCase()));
  };
}

/** Choices by which somebody says that they do not answer a question. They are no scores, and no mistakes of the file either. */
const declined =
  /^(don['’]?t know|do not know|not sure|no (opinion|answer|response)|not applicable|does not apply|prefer not to (say|answer)|wei(ß|ss) (ich )?nicht|keine (angabe|meinung|antwort|bewertung)|nicht (zutreffend|beurteilbar)|trifft nicht auf mich zu|kann ich nicht (sagen|beurteilen))\.?$/i;

/** Whether an answer says that there is none. */
export const isDeclined = (text: string): boolean => declined.test(text.trim());
