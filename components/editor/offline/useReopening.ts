'use client';

import { useEffect, useState } from 'react';
import { useLocale } from 'use-intl';
import { isKept } from '@/lib/offline/keepPage';
import { findHindrance } from '@/lib/offline/registration';
import type { MapEditorProps } from '../MapEditor';
import type { MapSession } from '../session/mapSession';
import { createWritable, type Readable } from '../session/readable';
import { askToPersist } from './askToPersist';
import { keepOpen } from './keepOpen';
import type { Reopening } from './reopening';

/** What the page says of the person and the map. */
type Facts = Pick<MapEditorProps, 'hoursKept' | 'me' | 'role' | 'mayWrite' | 'permissions' | 'epoch'>;

/**
 * Has the browser keep this map's page once the server has given the map, and again when what the page says of the person has changed.
 * Tells whether it can be opened without network.
 */
export function useReopening(session: MapSession, props: Facts): Readable<Reopening> {
  const { hoursKept, me, role, mayWrite, permissions, epoch } = props;
  const locale = useLocale();
  const hindrance = findHindrance(hoursKept > 0);
  const [reopening] = useState(() => createWritable<Reopening>(hindrance ?? 'unknown'));
  const theme = document.documentElement.dataset.theme ?? '';
  const facts = JSON.stringify([me, role, mayWrite, permissions, epoch, locale, theme]);
  useEffect(() => {
    if (hindrance !== null) return;
    void isKept(`/maps/${session.mapId}`).then(
      (found) => found && reopening.get() === 'unknown' && reopening.set('kept'),
      () => undefined,
    );
  }, [session, hindrance, reopening]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page of other facts is another page.
  useEffect(() => {
    if (hindrance !== null) return;
    return keepOpen(session, hoursKept, (state) => reopening.set(state));
  }, [session, hoursKept, hindrance, facts, reopening]);
  useEffect(() => askToPersist(session.saveState), [session]);
  return reopening;
}
