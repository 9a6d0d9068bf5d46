/** Words by themselves, in names such as `customer_id` and `CustomerID` as well. */
export const words = (...alternatives: string[]): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${alternatives.join('|')})(?!\\p{L})`, 'iu');

/** A header as it is looked through for words: `CustomerID`, `customer_id` and `customer-id` become `customer id`. */
export const toWords = (header: string): string =>
  header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\-./:]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** As many words as a header has that only names its column; with more it is a question. */
const mostNameWords = 4;

export const isQuestionText = (text: string): boolean => text.split(' ').length > mostNameWords;
