import * as Y from 'yjs';
import { mostVotes } from '@/lib/map/card';
import { recordsOf } from '../schema';
import { setField } from './records';

/**
 * Puts the sums of a vote onto the cards: so many dots on each card that is named, none on any other. Cards that are not there are passed over.
 * The server alone does so, when a vote is closed: `origin` is never an edit that somebody's undo takes back.
 */
export function setVotes(doc: Y.Doc, input: { votes: ReadonlyMap<string, number> }, origin: unknown): void {
  doc.transact(() => {
    for (const [id, record] of recordsOf(doc, 'cards')) {
      if (!(record instanceof Y.Map)) continue;
      const votes = input.votes.get(id) ?? 0;
      setField(record, 'votes', votes > 0 ? Math.min(votes, mostVotes) : undefined);
    }
  }, origin);
}
