import { toCleanText } from '@/lib/document/plainValue';
import { isSameValue } from '@/lib/map/sameValue';
import { maxTextLength } from '@/lib/map/text';
import { type ImportProblem, showValue } from './importProblem';

type Fields = Readonly<Record<string, unknown>>;
export type Difference = Pick<ImportProblem, 'path' | 'key' | 'values'>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Everything of a record in a file that its reading left out or changed. `taken` is the record as it came into the map. */
export function compareRecord(given: Fields, taken: Fields, path: string): Difference[] {
  return Object.keys(given).flatMap((name) => compareField(given[name], own(taken, name), `${path}.${name}`, name));
}

const own = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);

function compareField(given: unknown, taken: unknown, path: string, name: string): Difference[] {
  const field = name.slice(0, 80);
  if (isSameValue(given, taken)) return [];
  if (taken === undefined) {
    // Programs write null for what is not there.
    return given === null ? [] : [{ path, key: 'json.valueLeftOut', values: { field, given: showValue(given) } }];
  }
  if (isFields(given) && isFields(taken)) return compareRecord(given, taken, path);
  if (typeof given === 'string' && typeof taken === 'string') {
    const clean = toCleanText(given);
    if (clean === taken) return [{ path, key: 'json.charactersLeftOut', values: { field } }];
    if (clean.length > maxTextLength && clean.startsWith(taken)) {
      return [{ path, key: 'json.textCut', values: { field, max: maxTextLength, left: clean.length - taken.length } }];
    }
  }
  return [{ path, key: 'json.valueChanged', values: { field, given: showValue(given), taken: showValue(taken) } }];
}
