import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { CompareState } from '../../compare/compareStore';
import { useEditor } from '../../session/EditorContext';
import type { VersionsState } from '../versionsStore';
import type { PartsSource } from './partsStore';

const noGhosts: ReadonlyMap<string, string> = new Map();

/** The version that is shown in place of the live map. */
function shownSource({ shown, kept }: Pick<VersionsState, 'shown' | 'kept'>): PartsSource | null {
  const found = shown && kept.find(({ version }) => version.number === shown.number);
  return found ? { version: found.version, map: found.map, ghosts: noGhosts } : null;
}

/** The version that the live map is compared with; null when other states are compared, or ids were changed by hand. */
export function comparedSource({
  compared,
  sides,
  matched,
}: Pick<CompareState, 'compared' | 'sides' | 'matched'>): PartsSource | null {
  if (!compared || !sides || !matched || matched.original.size > 0) return null;
  const { before, after } = sides;
  if (before.foreign || after.foreign || (before.version === null) === (after.version === null)) return null;
  const version = before.version ?? after.version;
  const map = before.version ? compared.before : compared.after;
  return version && { version, map, ghosts: compared.union.ghosts };
}

/** Keeps what parts can be brought back from: the version that is shown, or compared with the live map. */
export function usePartsSource(mayRestore: boolean): void {
  const { versions, compare, parts } = useEditor();
  const shown = useStore(versions, (state) => state.shown);
  const kept = useStore(versions, (state) => state.kept);
  const compared = useStore(compare, (state) => state.compared);
  const sides = useStore(compare, (state) => state.sides);
  const matched = useStore(compare, (state) => state.matched);
  const source = useMemo(
    () => comparedSource({ compared, sides, matched }) ?? shownSource({ shown, kept }),
    [compared, sides, matched, shown, kept],
  );
  useEffect(() => parts.getState().offer(source, mayRestore), [parts, source, mayRestore]);
}
