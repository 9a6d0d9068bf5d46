import type { EvidenceColumn, WantedColumn } from '@/lib/data/evidence/columns';
import type { Slice } from '@/lib/data/evidence/slices';
import type { AnswerInput } from '@/lib/data/evidence/writeAnswers';
import type { Categoriser } from '@/lib/evidence/categories/categorise';
import { unassigned } from '@/lib/evidence/categories/category';
import type { PersonalKind } from '@/lib/evidence/reading/columns';
import type { ReadingPlan } from '@/lib/evidence/reading/readingPlan';
import type { ReadResponse } from '@/lib/evidence/reading/readResponse';
import { pseudonymOf, pseudonymsOf, rowMarkOf } from './pseudonym';
import { toSlice } from './toSlice';

/** Numbers of a source's columns, by kind and name. */
export type ColumnNumbers = ReadonlyMap<string, number>;

const keyOf = (kind: EvidenceColumn['kind'], name: string): string => `${kind} ${name}`;

/** The columns that a plan takes values over from. */
export function listWanted({ columns }: ReadingPlan): WantedColumn[] {
  return columns.flatMap(({ name, label, role }): WantedColumn[] => {
    if (role.kind === 'score') return [{ kind: 'score', name, label, scale: role.scale }];
    if (role.kind === 'verbatim') return [{ kind: 'verbatim', name, label }];
    return role.kind === 'personal' && role.treatment !== 'drop' ? [{ kind: 'personal', name, label }] : [];
  });
}

/** Columns with personal data that are kept as they are: somebody has decided so. */
export const countKeptPersonal = ({ columns }: ReadingPlan): number =>
  columns.filter(({ role }) => role.kind === 'personal' && role.treatment === 'keep').length;

/** The numbers of the wanted columns, as they were given. */
export function toNumbers(wanted: readonly WantedColumn[], numbers: readonly number[]): ColumnNumbers {
  return new Map(wanted.map(({ kind, name }, index) => [keyOf(kind, name), numbers[index] ?? 0]));
}

/** What stands for personal data that belongs to one person and nobody else; a name may be another one’s, too. */
function identify(key: string, data: PersonalKind, value: string): string[] {
  if (data === 'phone') return pseudonymsOf(key, value);
  return data === 'email' ? [pseudonymOf(key, value)] : [];
}

/** An answer as it is stored, with the combination of dimensions that it belongs to. Identifiers of persons are stored as pseudonyms only. */
export function toAnswer(
  response: ReadResponse,
  { numbers, key, categorise }: { numbers: ColumnNumbers; key: string; categorise?: Categoriser | undefined },
): { slice: Slice; answer: AnswerInput } {
  const { fingerprint, contentFingerprint, time, personal, personId, responseId } = response;
  const valuesOf = <Item extends { column: string }, Value>(
    kind: EvidenceColumn['kind'],
    items: readonly Item[],
    read: (item: Item) => Value,
  ): Record<string, Value> =>
    Object.fromEntries(items.map((item) => [String(numbers.get(keyOf(kind, item.column)) ?? 0), read(item)]));
  const persons = [
    ...[personId, responseId].filter((value) => value !== null).map((value) => pseudonymOf(key, value)),
    ...personal.flatMap(({ data, value }) => identify(key, data, value)),
  ];
  const said = { texts: response.verbatims.map(({ text }) => text), given: response.category };
  const { categoryId, by: categoryBy } = categorise?.(said) ?? unassigned;
  const slice = toSlice(response, categoryId);
  return {
    slice,
    answer: {
      fingerprint: rowMarkOf(key, fingerprint),
      content: rowMarkOf(key, contentFingerprint),
      at: time ? new Date(time.at).toISOString() : null,
      day: time?.day ?? '',
      slice: slice.id,
      scores: valuesOf('score', response.scores, ({ value }) => value),
      verbatims: valuesOf('verbatim', response.verbatims, ({ text }) => text),
      personal: valuesOf('personal', personal, ({ treatment, value }) =>
        treatment === 'keep' ? value : pseudonymOf(key, value),
      ),
      persons: [...new Set(persons)],
      ...(categoryId === '' ? {} : { categoryId, categoryBy }),
    },
  };
}
