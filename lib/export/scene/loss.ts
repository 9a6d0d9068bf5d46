import { chevronPath, chevronTip } from '@/lib/map/layout/stageBand';
import type { StageLayout } from '@/lib/map/layout/types';
import type { SceneContext } from './context';

/** Dash of the line that tells who is missing. */
export const lossDash = [1, 6] as const;

/** The part of a stage behind the first failed moment: another colour, and hatched. */
export function drawLostBand({ pen, colour }: SceneContext, { box, lost }: StageLayout, first: boolean): void {
  if (!lost) return;
  const whole = lost.x <= box.x;
  pen.path(chevronPath(lost, first || !whole), { fill: colour('momentTint') });
  const back = whole && !first ? chevronTip : 0;
  pen.hatch({ ...lost, x: lost.x + back, width: lost.width - back - 4 }, colour('lost'));
}

/** Behind the first failed moment: the hatched curve, and the line that leads on from the moment's sign with its words. */
export function drawLoss({ layout: { loss }, pen, colour }: SceneContext): void {
  if (!loss) return;
  pen.hatch(loss.plot, colour('lost'));
  pen.path(loss.line, { stroke: colour('moment'), strokeWidth: 2, dash: lossDash });
  pen.text(loss.label, colour('moment'));
}
