'use client';

import { useEffect } from 'react';
import { endKeeping, findHindrance } from '@/lib/offline/registration';
import { forgetOthers } from './forgetOthers';

type Props = {
  /** Who is signed in, as the server says it with every page; null: nobody. */
  person: string | null;
  /** Whether this installation wants maps to open without network. */
  allowed: boolean;
};

/**
 * Sees to it, on every page, that this device keeps maps of nobody but whoever is signed in. Not in a frame of another site: the browser sends no
 * sign-in there, and whoever reads a map in a wiki is signed in here as before.
 */
export function KeptPagesWatch({ person, allowed }: Props) {
  useEffect(() => {
    if (window.self !== window.top) return;
    void forgetOthers(person);
    if (findHindrance(allowed) === 'off') void endKeeping().catch(() => undefined);
  }, [person, allowed]);
  return null;
}
