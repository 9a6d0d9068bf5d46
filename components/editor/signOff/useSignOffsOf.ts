'use client';

import { useLayoutEffect, useState } from 'react';
import type { MapPermissions } from '../shell/mapPermissions';
import { createSignOffStore, type SignOffStore } from './signOffStore';

/** The sign-offs of the open map, with what this person may do with them, which can change while it is open. */
export function useSignOffsOf({ mayReadSignOffs, mayPutUpSignOff }: MapPermissions): SignOffStore {
  const [signOffs] = useState(createSignOffStore);
  useLayoutEffect(() => {
    signOffs.getState().allow({ mayRead: mayReadSignOffs, mayPutUp: mayPutUpSignOff });
  }, [signOffs, mayReadSignOffs, mayPutUpSignOff]);
  return signOffs;
}
