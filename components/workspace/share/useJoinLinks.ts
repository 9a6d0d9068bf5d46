'use client';

import { useCallback, useEffect, useState } from 'react';
import { anyAnswer, requestJson } from '../request';
import { type JoinLink, type JoinRole, joinLinksSchema } from './joinLink';

/** The join links of a map and what can be done with them. `links` is null while they load; `problem` is why they could not be loaded. */
export function useJoinLinks(mapId: string) {
  const [links, setLinks] = useState<readonly JoinLink[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);

  const load = useCallback(async () => {
    setProblem(null);
    try {
      setLinks((await requestJson('GET', `/api/maps/${mapId}/join-links`, joinLinksSchema)).joinLinks);
    } catch (error) {
      setProblem(error);
    }
  }, [mapId]);
  useEffect(() => {
    void load();
  }, [load]);

  const create = async (link: { role: JoinRole; label: string; expiresInHours: number | null }) => {
    await requestJson('POST', `/api/maps/${mapId}/join-links`, anyAnswer, link);
    await load();
  };
  const revoke = async (id: string) => {
    await requestJson('DELETE', `/api/join-links/${id}`, anyAnswer);
    await load();
  };
  return { links, problem, load, create, revoke };
}
