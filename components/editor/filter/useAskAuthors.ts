import { useEffect } from 'react';
import { z } from 'zod';
import { requestJson } from '@/components/workspace/request';
import { useEditor } from '../session/EditorContext';

const authorsSchema = z.object({
  people: z.array(z.object({ id: z.string(), name: z.string(), clients: z.array(z.number()) })),
});

/** Asks the server who wrote on the map, once this is shown, if this person may know. Without an answer those are known who are here. */
export function useAskAuthors(mayReadActivity: boolean): void {
  const { session, lens } = useEditor();
  useEffect(() => {
    if (!mayReadActivity) return;
    let left = false;
    requestJson('GET', `/api/maps/${session.mapId}/authors`, authorsSchema).then(
      ({ people }) => {
        if (left) return;
        lens.getState().setAuthors({
          clients: new Map(people.flatMap(({ id, clients }) => clients.map((client) => [client, id] as const))),
          names: new Map(people.map(({ id, name }) => [id, name])),
        });
      },
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [session, lens, mayReadActivity]);
}
