import { foldLane as foldLaneOperation } from '@/lib/document/operations/lanes';
import type { Command } from './command';
import { primary } from './targets';

/** Folds a lane to its title, or unfolds it. */
export const foldLane: Command = {
  id: 'foldLane',
  shortcuts: [{ key: ' ' }],
  canPerform: (context) => context.canWrite && primary(context)?.type === 'lane',
  perform(context) {
    const at = primary(context);
    const lane = at?.type === 'lane' ? context.index.laneById.get(at.id) : undefined;
    if (lane) foldLaneOperation(context.doc, { id: lane.id, folded: !lane.folded });
  },
};
