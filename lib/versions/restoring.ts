import { AppError } from '@/lib/errors';

/** Maps (ids) on which a restore, or the undoing of one, is under way in this process, and the restores (ids of the versions before them) that are. */
type Restoring = { maps: Set<string>; restores: Set<string> };

const key = Symbol.for('wegmarke.restoring');

/** It hangs on the process, as Next's bundles share no module variables. */
function restoring(): Restoring {
  const holder = globalThis as { [key]?: Restoring };
  holder[key] ??= { maps: new Set(), restores: new Set() };
  return holder[key];
}

/** Does one restore, or its undoing, at a time on a map: two would leave a mixture. Throws `conflict` while another one is on. */
export async function alone<Result>(mapId: string, restore: () => Promise<Result>): Promise<Result> {
  const { maps } = restoring();
  if (maps.has(mapId)) {
    throw new AppError('conflict', 'Another restore of the map is under way.', { messageKey: 'restoreBusy' });
  }
  maps.add(mapId);
  try {
    return await restore();
  } finally {
    maps.delete(mapId);
  }
}

/** Does a restore (the id of the version before it), of which lists say nothing meanwhile. */
export async function underWay<Result>(beforeId: string, restore: () => Promise<Result>): Promise<Result> {
  const { restores } = restoring();
  restores.add(beforeId);
  try {
    return await restore();
  } finally {
    restores.delete(beforeId);
  }
}

/** Whether this process does that restore right now. */
export const isUnderWay = (beforeId: string): boolean => restoring().restores.has(beforeId);
