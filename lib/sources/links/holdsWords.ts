type Verbatims = Readonly<Record<string, string>>;

/** Says which words (`toSearchWords`) are in what a customer wrote, wherever: of several texts, each is asked for without reading it anew. */
export function wordsIn(verbatims: Verbatims): (words: readonly string[]) => boolean {
  const text = Object.values(verbatims).join('\n').normalize('NFC').toLocaleLowerCase('und');
  return (words) => words.every((word) => text.includes(word));
}

/** Whether what a customer wrote holds all these words. */
export const holdsWords = (verbatims: Verbatims, words: readonly string[]): boolean => wordsIn(verbatims)(words);
