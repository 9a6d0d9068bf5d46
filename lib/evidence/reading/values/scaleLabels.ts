/** What an answer in words judges. */
export type LabelFamily = 'satisfaction' | 'agreement' | 'ease' | 'likelihood' | 'quality' | 'thumb';

/**
 * What an answer in words says: `degree` from −4 (as bad as can be) by −3 (very), −2 and −1 (rather) to 4. `isGraded`: of those that go from
 * “extremely” down to “not at all” on one side only.
 */
export type LabelMeaning = { family: LabelFamily; degree: number; isGraded: boolean };

/** Words by themselves; JavaScript's own word boundary does not know letters such as “ü”. */
const words = (...alternatives: string[]): RegExp => new RegExp(`(?<!\\p{L})(?:${alternatives.join('|')})(?!\\p{L})`, 'u');

const families: readonly { family: LabelFamily; bad: RegExp; good: RegExp }[] = [
  {
    family: 'satisfaction',
    bad: words('dissatisfied', 'unsatisfied', 'unhappy', 'unzufrieden'),
    good: words('satisfied', 'happy', 'zufrieden'),
  },
  {
    family: 'agreement',
    bad: words('disagree', '(?:stimme|trifft)(?: .*)? nicht(?: .*)? zu', 'lehne .* ab'),
    good: words('agree', '(?:stimme|trifft)(?: .*)? zu'),
  },
  {
    family: 'ease',
    bad: words('difficult', 'hard', 'schwierig', 'schwer', 'kompliziert'),
    good: words('easy', 'einfach', 'leicht'),
  },
  { family: 'likelihood', bad: words('unlikely', 'unwahrscheinlich'), good: words('likely', 'wahrscheinlich') },
];

const utmost = words('extremely', 'completely', 'totally', 'äußerst', 'extrem', 'vollkommen', 'völlig', 'absolut');
const strong = words('very', 'strongly', 'highly', 'sehr', 'voll', 'ganz', 'entschieden');
const slight = words(
  'somewhat',
  'slightly',
  'rather',
  'fairly',
  'moderately',
  'mostly',
  'tend to',
  'eher',
  'etwas',
  'ziemlich',
  'einigermaßen',
);
const notAtAll = words('not at all', 'überhaupt nicht', 'gar nicht', 'keineswegs');
const notSo = words('not (?:so|very|that)', 'nicht (?:so|sehr|besonders)', 'weniger', 'kaum');
const negated = words('not', 'nicht');
const neutral =
  /^(neutral|neither .*|weder noch|weder .*|teils[/ -]+teils|teilweise|mittel(mäßig)?|unentschieden|undecided|unsure)$/;

const qualities: Readonly<Record<string, number>> = {
  excellent: 4,
  outstanding: 4,
  'very good': 3,
  good: 2,
  average: 0,
  fair: 0,
  okay: 0,
  ok: 0,
  poor: -2,
  bad: -2,
  'very poor': -3,
  'very bad': -3,
  terrible: -4,
  ausgezeichnet: 4,
  hervorragend: 4,
  'sehr gut': 3,
  gut: 2,
  befriedigend: 0,
  durchschnittlich: 0,
  schlecht: -2,
  'sehr schlecht': -3,
};

const thumbs: Readonly<Record<string, number>> = {
  '👍': 1,
  'thumbs up': 1,
  thumbs_up: 1,
  'daumen hoch': 1,
  '👎': -1,
  'thumbs down': -1,
  thumbs_down: -1,
  'daumen runter': -1,
};

/** The words of an answer as they are compared: lower case, without punctuation around, single blanks. */
export const toLabelKey = (label: string): string =>
  label
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s.:;,!–—-]+|[\s.:;,!–—-]+$/g, '');

/** What the words of an answer say; null when they are none of a known scale. `neutral` alone belongs to every family. */
export function readLabel(label: string): LabelMeaning | 'neutral' | null {
  const text = toLabelKey(label);
  if (text.length > 60) return null;
  if (Object.hasOwn(thumbs, text)) return { family: 'thumb', degree: thumbs[text] ?? 0, isGraded: false };
  if (Object.hasOwn(qualities, text)) return { family: 'quality', degree: qualities[text] ?? 0, isGraded: false };
  if (neutral.test(text)) return 'neutral';
  for (const { family, bad, good } of families) {
    const isBad = bad.test(text);
    if (isBad || good.test(text)) return { family, ...weigh(text, family, isBad) };
  }
  return null;
}

function weigh(text: string, family: LabelFamily, isBad: boolean): { degree: number; isGraded: boolean } {
  const isAgreement = family === 'agreement';
  if (notAtAll.test(text)) return { degree: -4, isGraded: !isAgreement };
  if (!isBad && notSo.test(text)) return { degree: -1, isGraded: true };
  const isSlight = slight.test(text) || (family !== 'ease' && words('leicht').test(text));
  const strength = isSlight ? 1 : utmost.test(text) ? 4 : strong.test(text) ? 3 : 2;
  const isNegative = isBad || (!isAgreement && negated.test(text));
  return { degree: isNegative ? -strength : strength, isGraded: false };
}
