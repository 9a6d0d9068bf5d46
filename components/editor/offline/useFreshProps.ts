'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { askBuild } from '@/components/update/askBuild';
import { buildId } from '@/lib/build';
import { cameFromDevice } from '@/lib/offline/servedFromDevice';
import type { MapSession } from '../session/mapSession';
import { whenServed } from './whenServed';

/**
 * A page that came from the device asks the server for its role, name and permissions as soon as that is there. Not one of another build:
 * it would be loaded anew under somebody's hands; people are asked for that (UpdateNotice).
 */
export function useFreshProps(session: MapSession): void {
  const router = useRouter();
  useEffect(() => {
    if (!cameFromDevice()) return;
    return whenServed(session.saveState, () => {
      askBuild().then(
        (build) => build === buildId && router.refresh(),
        () => undefined,
      );
    });
  }, [session, router]);
}
