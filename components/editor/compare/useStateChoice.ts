import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useEditor } from '../session/EditorContext';
import { useVersionWords } from '../versions/useVersionWords';
import { fetchVersions, type Version } from '../versions/versionRequests';
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

/** The states of another map: as it is now, and its newest versions. */
export function useStatesOf(mapId: string): readonly Option[] {
  const t = useTranslations('comparing');
  const { titleOf, timeOf } = useVersionWords();
  const [versions, setVersions] = useState<readonly Version[]>([]);
  useEffect(() => {
    setVersions([]);
    if (mapId === '') return;
    let isOver = false;
    // Whoever may see no versions of it compares with what it is now.
    fetchVersions(mapId, { limit: 200 }).then(
      ({ items }) => isOver || setVersions(items),
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [mapId]);
  return [
    { value: 'live', label: t('now') },
    ...versions.map((version) => ({ value: String(version.number), label: `${titleOf(version)} – ${timeOf(version)}` })),
  ];
}
