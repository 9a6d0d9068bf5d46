import type { Collection } from '../../collections';
import { idSchema } from '../../id';

/** What can be matched by hand: what people see as one thing. */
export const matchable = [
  'stages',
  'steps',
  'lanes',
  'cards',
  'personas',
  'departments',
] as const satisfies readonly Collection[];
export type Matchable = (typeof matchable)[number];

/** Collections whose records have ids of their own. */
export type Identified = Exclude<Collection, 'stepDepartments' | 'emotions' | 'moments' | 'cardTags'>;

/** Which record of the one map is which of the other, by ids: from the one before to the one after. */
export type Matching = { readonly [C in Identified]?: ReadonlyMap<string, string> };

/** A pair that somebody made, or (`after` null) undid, by ids. */
export type HandPair = { collection: Matchable; before: string; after: string | null };

const onePair = /(?:stages|steps|lanes|cards|personas|departments):[0-9A-Za-z_-]{1,64}:[0-9A-Za-z_-]{0,64}/;
/** How pairs are written. */
export const pairsPattern = new RegExp(`^(?:${onePair.source}(?:,${onePair.source})*)?$`);

const pairPattern = /^([a-z]+):([0-9A-Za-z_-]{1,64}):([0-9A-Za-z_-]{1,64}|)$/;

/** Pairs made by hand as an address has them: `steps:a:b,cards:c:`. What is none is passed over. */
export function parsePairs(text: string): HandPair[] {
  return text.split(',').flatMap((part): HandPair[] => {
    const [, name, before = '', after = ''] = pairPattern.exec(part) ?? [];
    const collection = matchable.find((one) => one === name);
    if (!collection || !idSchema.safeParse(before).success) return [];
    return [{ collection, before, after: after === '' ? null : after }];
  });
}

/** Writes pairs, as `parsePairs` reads them. */
export const writePairs = (pairs: readonly HandPair[]): string =>
  pairs.map(({ collection, before, after }) => `${collection}:${before}:${after ?? ''}`).join(',');

/** The same pairs for the two turned round; what has no partner has none then either, and is nobody's. */
export const turnPairs = (pairs: readonly HandPair[]): HandPair[] =>
  pairs.flatMap(({ collection, before, after }) => (after === null ? [] : [{ collection, before: after, after: before }]));
