import * as Y from 'yjs';
import {
  type Evidence,
  type EvidenceLink,
  evidenceLinkSchema,
  type LinkFilter,
  type LinkTarget,
  linkFilterShape,
  maxLinksPerTarget,
} from '@/lib/map/evidenceLink';
import { linkKey, targetKey } from '@/lib/map/listLinks';
import { heirOf } from '../mergings';
import { readRecord } from '../readRecord';
import { findAlive, isAlive, localOrigin, type RecordMap, recordsOf } from '../schema';
import { insertEvidence } from './insertEvidence';
import { deleteRecords, insertRecord } from './records';

const homes = { step: 'steps', card: 'cards', transition: 'transitions', moment: 'moments' } as const;

const isThere = (doc: Y.Doc, { type, id }: LinkTarget): boolean => findAlive(doc, homes[type], id) !== null;

/** A link as its record says it, about the step that stands for its own now. */
function readLink(doc: Y.Doc, id: string, record: RecordMap): EvidenceLink | null {
  const { record: read } = readRecord('links', id, record);
  const link = read as EvidenceLink | null;
  if (link?.target.type !== 'step' && link?.target.type !== 'moment') return link;
  return { ...link, target: { ...link.target, id: heirOf(recordsOf(doc, 'steps'), link.target.id) } };
}

function listAlive(doc: Y.Doc): { link: EvidenceLink; record: RecordMap }[] {
  return [...recordsOf(doc, 'links')].flatMap(([id, record]) => {
    if (!(record instanceof Y.Map) || !isAlive(record)) return [];
    const link = readLink(doc, id, record);
    return link ? [{ link, record }] : [];
  });
}

/** The filter without what narrows nothing; undefined when nothing is left. */
function toFilter(filter: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> | undefined {
  const said = Object.entries(filter ?? {}).filter(([, value]) => value !== undefined);
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

type NewLink = { target: LinkTarget } & Pick<Evidence, 'sourceId' | 'responseId' | 'column'> & { filter?: LinkFilter };

/**
 * Links evidence to a step, card, transition or marked moment: all of a source, what a filter lets through, or one answer. Returns the link's id, that of
 * an equal one if there is one already; null when the target is not there or has its fill, or when a filter is to narrow one answer.
 */
export function linkEvidence(doc: Y.Doc, input: NewLink, origin: unknown = localOrigin): string | null {
  const { target, sourceId, responseId, column } = input;
  const filter = toFilter(input.filter);
  if ((responseId !== undefined && filter !== undefined) || (column !== undefined && responseId === undefined)) return null;
  const read = evidenceLinkSchema.omit({ id: true }).safeParse({ target, sourceId, responseId, column, filter });
  if (!read.success) return null;
  return doc.transact(() => {
    if (!isThere(doc, target)) return null;
    const here = listAlive(doc).filter(({ link }) => targetKey(link.target) === targetKey(target));
    const same = here.find(({ link }) => linkKey(link) === linkKey(read.data));
    if (same) return same.link.id;
    return here.length < maxLinksPerTarget ? insertRecord(doc, 'links', read.data) : null;
  }, origin);
}

/** The living links that say the same as this one, itself included: on the map they are one. */
function listTwins(doc: Y.Doc, id: string): { link: EvidenceLink; record: RecordMap }[] {
  const all = listAlive(doc);
  const own = all.find(({ link }) => link.id === id);
  return own ? all.filter(({ link }) => linkKey(link) === linkKey(own.link)) : [];
}

/**
 * Moves a link to another target, or gives it another filter; null: all of the source. What an earlier filter says and this version does not know stays. False when the
 * link or the target is not there, or when it is one answer that a filter is to narrow.
 */
export function changeLink(
  doc: Y.Doc,
  input: { id: string; target?: LinkTarget; filter?: LinkFilter | null },
  origin: unknown = localOrigin,
): boolean {
  const { id, target, filter } = input;
  return doc.transact(() => {
    const twins = listTwins(doc, id);
    if (twins.length === 0 || (target && !isThere(doc, target))) return false;
    if (filter && twins.some(({ link }) => link.responseId !== undefined)) return false;
    for (const { link, record } of twins) {
      if (target && targetKey(target) !== targetKey(link.target)) record.set('target', { type: target.type, id: target.id });
      if (filter === undefined) continue;
      const unknown = Object.entries(filter === null ? {} : (link.filter ?? {})).filter(
        ([name]) => !Object.hasOwn(linkFilterShape, name),
      );
      const next = toFilter({ ...Object.fromEntries(unknown), ...filter });
      if (next) record.set('filter', next);
      else if (record.has('filter')) record.delete('filter');
    }
    return true;
  }, origin);
}

/** Takes links away (softly), with those that say the same. False when none was left to take. */
export function unlinkEvidence(doc: Y.Doc, input: { ids: readonly string[] }, origin: unknown = localOrigin): boolean {
  return doc.transact(() => {
    const ids = input.ids.flatMap((id) => listTwins(doc, id).map(({ link }) => link.id));
    return deleteRecords(doc, { collection: 'links', ids }, origin);
  }, origin);
}

/**
 * Gives copies the evidence of their originals; `originals`: the original's id by the copy's id. Call inside of the transaction in which they are copied.
 */
export function copyLinks(doc: Y.Doc, type: LinkTarget['type'], originals: ReadonlyMap<string, string>): void {
  const links = listAlive(doc).filter(({ link }) => link.target.type === type);
  if (links.length === 0) return;
  for (const [copy, original] of originals) {
    for (const { link } of links) {
      if (link.target.id === original) insertEvidence(doc, { type, id: copy }, [link]);
    }
  }
}
