import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useEditor } from '../session/EditorContext';
import { useVersionWords } from '../versions/useVersionWords';
import { fetchVersions, type Version } from '../versions/versionRequests';
import { preferredState } from './chooseSides';
import { fetchMaps } from './compareRequests';

type Option = { value: string; label: string };

/** The other maps of the workspace, to choose one that is compared with; none for guests, who have one map. */
export function useOtherMaps(): { options: readonly Option[]; problem: unknown } {
  const t = useTranslations('comparing');
  const { workspaceId, session } = useEditor();
  const [state, setState] = useState<{ maps: Awaited<ReturnType<typeof fetchMaps>>; problem: unknown }>({
    maps: [],
    problem: null,
  });
  useEffect(() => {
    if (workspaceId === null) return;
    let isOver = false;
    fetchMaps(workspaceId).then(
      (maps) => isOver || setState({ maps, problem: null }),
      (problem: unknown) => isOver || setState({ maps: [], problem }),
    );
    return () => {
      isOver = true;
    };
  }, [workspaceId]);
  const others = state.maps.filter(({ id }) => id !== session.mapId);
  return {
    options: others.map(({ id, title }) => ({ value: id, label: title.trim() || t('untitled') })),
    problem: state.problem,
  };
}

/** The states of another map: as it is now, and its newest versions. `preferred`: which of them is chosen at first; empty as long as that is not known. */
export function useStatesOf(mapId: string): { options: readonly Option[]; preferred: string } {
  const t = useTranslations('comparing');
  const { titleOf, timeOf } = useVersionWords();
  const [known, setKnown] = useState<{ of: string; versions: readonly Version[] } | null>(null);
  useEffect(() => {
    if (mapId === '') return;
    let isOver = false;
    const take = (versions: readonly Version[]): void => {
      if (!isOver) setKnown({ of: mapId, versions });
    };
    // Whoever may see no versions of it compares with what it is now.
    fetchVersions(mapId, { limit: 200 }).then(
      ({ items }) => take(items),
      () => take([]),
    );
    return () => {
      isOver = true;
    };
  }, [mapId]);
  const versions = known?.of === mapId ? known.versions : null;
  return {
    options: [
      { value: 'live', label: t('now') },
      ...(versions ?? []).map((version) => ({
        value: String(version.number),
        label: `${titleOf(version)} – ${timeOf(version)}`,
      })),
    ],
    preferred: versions ? String(preferredState(versions)) : '',
  };
}
