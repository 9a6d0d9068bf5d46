import { setLaneHeight } from '@/lib/document/operations/lanes';
import { maxLaneHeight } from '@/lib/map/lane';
import type { LaneLayout } from '@/lib/map/layout/types';
import type { Command, CommandContext } from './command';
import type { CommandId } from './commandIds';
import { currentLane } from './targets';

/** One press of a key, in pixels at 100 %. */
const keyStep = 8;

/**
 * The height to store for one that somebody asks for: null where the lane's cards ask for as much by themselves, so that it stays as high as
 * they are when they change.
 */
export function toLaneHeight(lane: Pick<LaneLayout, 'contentHeight'>, height: number): number | null {
  const asked = Math.min(Math.round(height), maxLaneHeight);
  return asked <= lane.contentHeight ? null : asked;
}

function openLane(context: CommandContext): LaneLayout | null {
  const id = currentLane(context);
  const lane = id ? context.index.laneById.get(id) : undefined;
  return lane && !lane.folded ? lane : null;
}

/** Gives a lane a height and says what it came to. */
export function changeLaneHeight(context: CommandContext, lane: LaneLayout, height: number | null): void {
  setLaneHeight(context.doc, { id: lane.id, height });
  if (height === null) context.announce('laneFits');
  else context.announce('laneHeight', { value: height });
}

function stepCommand(id: CommandId, key: string, by: number): Command {
  return {
    id,
    shortcuts: [{ key, alt: true, shift: true }],
    canPerform: (context) => context.canWrite && openLane(context) !== null,
    perform(context) {
      const lane = openLane(context);
      if (lane) changeLaneHeight(context, lane, toLaneHeight(lane, lane.box.height + by));
    },
  };
}

export const laneTaller = stepCommand('laneTaller', 'ArrowDown', keyStep);
export const laneLower = stepCommand('laneLower', 'ArrowUp', -keyStep);

/** As high as its cards again. */
export const laneFits: Command = {
  id: 'laneFits',
  shortcuts: [],
  canPerform(context) {
    const lane = openLane(context);
    return context.canWrite && lane !== null && lane.box.height > lane.contentHeight;
  },
  perform(context) {
    const lane = openLane(context);
    if (lane) changeLaneHeight(context, lane, null);
  },
};
