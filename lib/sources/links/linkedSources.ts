import type { SourceRow } from '@/lib/data/evidence/sources';
import { listUnsearched, noteTexts } from '@/lib/data/evidence/texts';
import type { CategoryTree } from '@/lib/evidence/categories/categoryTree';
import type { Part } from '@/lib/evidence/evidenceScores';
import type { NamedDays } from '@/lib/evidence/targetScores';
import { type EvidenceLink, readLinkFilter } from '@/lib/map/evidenceLink';
import type { Runtime } from '@/lib/runtime';
import { textsOf, wantOf } from './linkWants';
import { type ReadSource, readCounted } from './readCounted';
import { textKey } from './textKey';

/**
 * What a link comes to.
 *
 * - `found`: its answers are told.
 * - `searching`: its words are being looked for in answers that are not looked through yet; what was found so far is told.
 * - `noSource`: there is no such source in the map's workspace (any more).
 * - `erased`: the one answer was erased, or its file was taken back.
 * - `noCategory`: the category that its filter asks for was deleted, and its answers went nowhere.
 * - `notUnderstood`: its filter was written by a later version; nothing is told, because it would be of other answers.
 */
export const linkStates = ['found', 'searching', 'noSource', 'erased', 'noCategory', 'notUnderstood'] as const;
export type LinkState = (typeof linkStates)[number];

/** Sources with the answers that the links of a map mean. */
export type LinkedSources = {
  sources: readonly Pick<ReadSource, 'row' | 'columns'>[];
  stateOf(link: EvidenceLink): LinkState;
  /** The answers that links mean, by source; of links without any, none. */
  partsOf(links: readonly EvidenceLink[]): Part[];
};

const answers = (links: readonly EvidenceLink[]): string[] => [
  ...new Set(links.flatMap(({ responseId }) => (responseId === undefined ? [] : [responseId]))),
];

/** A source that links refer to, with them; and the texts, by key, that are not looked for everywhere yet. */
export type LinkedSource = {
  row: SourceRow;
  links: readonly EvidenceLink[];
  texts: ReadonlyMap<string, readonly string[]>;
  open: readonly string[];
};

/** The sources that links refer to. `sources`: those of the map's workspace; what is linked besides does not exist for it. */
export async function findLinkedSources(
  { database }: Pick<Runtime, 'database'>,
  links: readonly EvidenceLink[],
  sources: readonly SourceRow[],
): Promise<LinkedSource[]> {
  const found: LinkedSource[] = [];
  for (const row of sources) {
    const own = links.filter(({ sourceId }) => sourceId === row.id);
    if (own.length === 0) continue;
    const texts = textsOf(own);
    found.push({ row, links: own, texts, open: await listUnsearched(database, row.id, [...texts.keys()]) });
  }
  return found;
}

/** Reads what is counted of sources for the links to them. Texts that were not looked for yet are, from now on. */
export async function readLinkedSources(
  running: Pick<Runtime, 'database' | 'imports'>,
  sources: readonly LinkedSource[],
  tree: CategoryTree,
): Promise<LinkedSources> {
  for (const { row, texts } of sources) {
    await noteTexts(
      running.database,
      row.id,
      Array.from(texts, ([key, words]) => ({ key, words })),
    );
  }
  if (sources.some(({ open }) => open.length > 0)) running.imports.search.wake();
  const read = new Map<string, ReadSource>();
  const unsearched = new Map<string, ReadonlySet<string>>();
  for (const { row, links, texts, open } of sources) {
    unsearched.set(row.id, new Set(open));
    read.set(row.id, await readCounted(running, row, { texts: [...texts.keys()], open, answers: answers(links) }));
  }
  return {
    sources: [...read.values()],
    stateOf(link) {
      const source = read.get(link.sourceId);
      if (!source) return 'noSource';
      if (link.responseId !== undefined) return source.found.has(link.responseId) ? 'found' : 'erased';
      const filter = readLinkFilter(link);
      if (filter === null) return 'notUnderstood';
      if (filter.category !== undefined && tree.standIn(filter.category) === null) return 'noCategory';
      const isOpen = filter.text !== undefined && unsearched.get(source.id)?.has(textKey(filter.text));
      return isOpen ? 'searching' : 'found';
    },
    partsOf(wanted) {
      const parts = new Map<string, Part>();
      for (const link of wanted) {
        const source = read.get(link.sourceId);
        const want = source && wantOf(link, tree);
        if (!source || !want) continue;
        const part = parts.get(source.id);
        parts.set(source.id, { source, wants: [...(part?.wants ?? []), want] });
      }
      return [...parts.values()];
    },
  };
}

/** The days that links name; single answers name none. */
export const namedDays = (links: readonly EvidenceLink[]): NamedDays[] =>
  links.flatMap((link) => (link.responseId === undefined ? (readLinkFilter(link) ?? []) : []));
