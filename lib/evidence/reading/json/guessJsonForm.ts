import { Refusal } from '../readingProblem';
import type { JsonForm } from './jsonForm';
import { JsonWalker } from './jsonWalker';

/** Lists that belong to one answer: an object with nothing else of the kind is one record, not an envelope around many. */
const partsOfAnswer = /^(.*_)?(answers|questions|tags|notes|attributes|properties|responses_to_questions)$/i;

/** Guesses where the records of a JSON file are, from its beginning. Null when it is no JSON. */
export function guessJsonForm(sample: string): JsonForm | null {
  if (!/^\s*[[{]/.test(sample)) return null;
  const lists = new Map<string, { path: string[]; count: number }>();
  let values = 0;
  let objects = 0;
  const walker = new JsonWalker((place, opener) => {
    if (place.length === 0) {
      values++;
      if (opener === '{') objects++;
    }
    const names = place.slice(0, -1);
    if (opener !== '{' || place.length === 0 || place.at(-1) !== null || names.includes(null)) return false;
    const key = JSON.stringify(names);
    const list = lists.get(key) ?? { path: names.map(String), count: 0 };
    list.count++;
    lists.set(key, list);
    return false;
  }, Number.POSITIVE_INFINITY);
  try {
    walker.push(sample);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    return looksLikeLines(sample) ? { records: 'lines', path: [] } : null;
  }
  if (values > 1) return objects === 0 ? null : { records: looksLikeLines(sample) ? 'lines' : 'values', path: [] };
  const best = [...lists.values()].reduce<{ path: string[]; count: number } | null>(
    (most, list) => (most === null || list.count > most.count ? list : most),
    null,
  );
  if (objects === 1 && (best === null || partsOfAnswer.test(best.path.at(-1) ?? ''))) return { records: 'values', path: [] };
  return { records: 'array', path: best?.path ?? [] };
}

/** The first lines each hold one object. */
function looksLikeLines(sample: string): boolean {
  const lines = sample.split('\n');
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  const filled = whole.filter((line) => line.trim() !== '').slice(0, 20);
  return filled.filter(isObjectText).length > 0.7 * filled.length;
}

function isObjectText(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
