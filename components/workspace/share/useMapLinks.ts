'use client';

import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import { anyAnswer, requestJson } from '../request';

/**
 * The links of one kind that lead to a map, and what can be done with them. `links` is null while they load; `problem` is why they could not be
 * loaded. `schema`: what the server answers, as a list.
 */
export function useMapLinks<Link, NewLink>(mapId: string, path: 'join-links' | 'view-links', schema: z.ZodType<readonly Link[]>) {
  const [links, setLinks] = useState<readonly Link[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);

  const load = useCallback(async () => {
    setProblem(null);
    try {
      setLinks(await requestJson('GET', `/api/maps/${mapId}/${path}`, schema));
    } catch (error) {
      setProblem(error);
    }
  }, [mapId, path, schema]);
  useEffect(() => {
    void load();
  }, [load]);

  const create = async (link: NewLink) => {
    await requestJson('POST', `/api/maps/${mapId}/${path}`, anyAnswer, link);
    await load();
  };
  const revoke = async (id: string) => {
    await requestJson('DELETE', `/api/${path}/${id}`, anyAnswer);
    await load();
  };
  return { links, problem, load, create, revoke };
}
