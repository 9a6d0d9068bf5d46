import { arrowHead } from '@/lib/map/layout/arrowHead';
import type { TransitionKind } from '@/lib/map/transition';
import type { SceneContext } from './context';
import { faded } from './emphasis';

/** Colour and dash of each kind: back costs the customer, an exit loses them, the others are plain ways. */
export const transitionPaints: Record<TransitionKind, { colour: string; dash?: readonly [number, number] }> = {
  onward: { colour: 'inkSoft' },
  back: { colour: 'negative' },
  skip: { colour: 'inkSoft', dash: [6, 4] },
  parallel: { colour: 'inkSoft', dash: [2, 4] },
  exit: { colour: 'moment' },
};

/** Arcs, loops and exits with their words. */
export function drawTransitions(context: SceneContext): void {
  const { layout, emphasis } = context;
  for (const transition of layout.transitions) {
    const { pen, colour } = emphasis === null || emphasis.transitions.has(transition.id) ? context : faded(context);
    const { colour: name, dash } = transitionPaints[transition.kind];
    pen.path(transition.path, { stroke: colour(name), strokeWidth: 1.75, ...(dash ? { dash } : {}) });
    pen.path(arrowHead(transition.arrow), { fill: colour(name) });
    pen.text(transition.label, colour(name));
  }
}
