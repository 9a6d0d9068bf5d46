import { useEffect, useState } from 'react';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { compareOrder } from '@/lib/map/order';
import { useEditor } from '../session/EditorContext';
import { fetchVersion } from '../versions/versionRequests';

type Named = { id: string; name: string };

const departmentsOf = ({ departments }: Pick<JourneyMap, 'departments'>): Named[] =>
  departments
    .filter(({ deletedAt }) => deletedAt === undefined)
    .toSorted(compareOrder)
    .map(({ id, name }) => ({ id, name }));

/** The departments on what is to be signed: a version by its number, or (null) the live map; null while they are not known. */
export function useSignedDepartments(version: number | null): { departments: readonly Named[] | null; problem: unknown } {
  const { session } = useEditor();
  const [found, setFound] = useState<{ version: number | null; departments: readonly Named[] } | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    let isOver = false;
    setProblem(null);
    const read = async (): Promise<JourneyMap> =>
      version === null ? session.map.live() : (await fetchVersion(session.mapId, version)).map;
    read().then(
      (map) => {
        if (!isOver) setFound({ version, departments: departmentsOf(map) });
      },
      (error) => {
        if (!isOver) setProblem(error);
      },
    );
    return () => {
      isOver = true;
    };
  }, [session, version]);
  return { departments: found?.version === version ? found.departments : null, problem };
}
