import type { Difference, FieldDifference, MapDiff } from '@/lib/map/diff/mapDiff';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { describeChanges, type Json } from '../activity';
import { mergeWords } from '../mergeWords';
import { type Collection, recordNames, textFields } from '../schema';

/** What people did between a moment and now: the value that a field had then, by record and field. */
export type Meanwhile = ReadonlyMap<string, Json>;

const keyOf = (collection: Collection | 'meta', id: string, field: string): string =>
  `${collection === 'meta' ? 'meta' : recordNames[collection]} ${id} ${field}`;

export function findMeanwhile(then: JourneyMap, now: JourneyMap): Meanwhile {
  return new Map(
    describeChanges(then, now).map(({ record, recordId, field, before }) => [`${record} ${recordId} ${field}`, before]),
  );
}

/** What a text said then, if it says something else now. */
export function textThen(meanwhile: Meanwhile, collection: Collection, id: string, field: string): string | undefined {
  const text = meanwhile.get(keyOf(collection, id, field));
  return typeof text === 'string' ? text : undefined;
}

/**
 * The part of a difference that leaves alone what people did meanwhile: what they made, deleted, moved or set stays so, and in texts their words come to those
 * that are wanted.
 */
export function keepMeanwhile({ differences, quiet }: MapDiff, meanwhile: Meanwhile): MapDiff {
  if (meanwhile.size === 0) return { differences, quiet };
  const isTouched = (collection: Collection | 'meta', id: string, ...fields: string[]): boolean =>
    fields.some((field) => meanwhile.has(keyOf(collection, id, field)));
  const isKept = ({ kind, collection, id }: Difference): boolean => {
    if (kind === 'added') return isTouched(collection, id, 'record', 'deletedAt', 'mergedInto');
    // A pair (a feeling, a part in a step) is one value.
    if (kind === 'removed') return isTouched(collection, id, 'record', 'deletedAt', 'value', 'role');
    return kind === 'moved' && isTouched(collection, id, 'pos', 'order');
  };
  return {
    differences: differences
      .filter((difference) => !isKept(difference))
      .map((difference) =>
        difference.kind === 'changed'
          ? { ...difference, fields: difference.fields.flatMap((field) => keepField(field, difference, meanwhile)) }
          : difference,
      ),
    quiet: quiet.filter(({ collection, id }) => !isTouched(collection, id, 'pos', 'order')),
  };
}

function keepField(
  difference: FieldDifference,
  { collection, id }: Pick<Difference, 'collection' | 'id'>,
  meanwhile: Meanwhile,
): FieldDifference[] {
  const { field, before, after } = difference;
  const key = keyOf(collection, id, field);
  if (!meanwhile.has(key)) return [difference];
  if (!(textFields[collection] as readonly string[]).includes(field)) return [];
  return [{ ...difference, after: mergeWords(String(meanwhile.get(key) ?? ''), String(after ?? ''), String(before ?? '')) }];
}
