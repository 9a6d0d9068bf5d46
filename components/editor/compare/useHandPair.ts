import { useStore } from 'zustand';
import type { ComparedEntry } from '@/lib/map/compare/comparedEntry';
import type { ComparedStates } from '@/lib/map/compare/compareStates';
import { type HandPair, type Matchable, matchable } from '@/lib/map/compare/matching/matching';
import { referenceKey } from '../reference';
import { useEditor } from '../session/EditorContext';
import { differencesAt } from './compareStore';

const collectionOf = ({ difference }: ComparedEntry): Matchable | undefined =>
  matchable.find((one) => one === difference.collection);

/**
 * What of what is selected can be paired by hand, something that went and something that came, or parted: something that is the same of both by suggestion or
 * by hand. Null where there is nothing.
 */
export function useHandPair(compared: ComparedStates): { pair: HandPair | null; part: HandPair | null } {
  const { compare, selection } = useEditor();
  const selected = useStore(selection, (state) => state.selected);
  const original = useStore(compare, (state) => state.matched?.original);
  const ownId = (collection: Matchable, id: string): string => original?.get(`${collection} ${id}`) ?? id;
  const entries = selected.flatMap((reference) =>
    differencesAt(compared, referenceKey(reference)).filter((entry) => collectionOf(entry) !== undefined),
  );
  if (selected.length === 2) {
    const gone = entries.find(({ kind }) => kind === 'removed');
    const come = entries.find(
      ({ kind, difference }) => kind === 'added' && difference.collection === gone?.difference.collection,
    );
    const collection = gone && collectionOf(gone);
    if (!gone || !come || !collection) return { pair: null, part: null };
    const [before, after] = [ownId(collection, gone.difference.id), come.difference.id];
    return { pair: { collection, before, after }, part: null };
  }
  const same = selected.length === 1 ? entries.find(({ kind }) => kind === 'changed' || kind === 'moved') : undefined;
  const collection = same && collectionOf(same);
  if (!same || !collection) return { pair: null, part: null };
  return { pair: null, part: { collection, before: ownId(collection, same.difference.id), after: null } };
}
