import { tallySignRadius } from '@/lib/map/layout/momentTally';
import type { SceneContext } from './context';
import { drawMomentSign } from './headers';

/** How many all-or-nothing moments there are, and how they stand. */
function drawMomentTally(context: SceneContext): void {
  const { moments } = context.layout.title;
  if (!moments) return;
  const { pen, colour } = context;
  pen.text(moments.lead, colour('ink'));
  for (const { gate, at, text } of moments.entries) {
    drawMomentSign(context, at, tallySignRadius, gate, context.ground);
    pen.text(text, colour('inkSoft'));
  }
}

/** Title, badge, persona, scenario, goal and caption. */
export function drawTitle(context: SceneContext): void {
  const { layout, pen, colour, labels } = context;
  const { title } = layout;
  pen.heading(1, title.title, colour(title.empty.title ? 'inkMuted' : 'ink'));
  const future = title.badge.text.lines[0]?.text === labels.mapKind.future;
  pen.box(title.badge.box, { fill: colour(future ? 'evidence' : 'ink'), radius: title.badge.box.height / 2 });
  pen.text(title.badge.text, colour('inkInverse'));
  pen.text(title.persona, colour('ink'));
  pen.text(title.scenario, colour('inkSoft'));
  pen.text(title.goal, colour('inkMuted'));
  drawMomentTally(context);
  pen.text(title.caption, colour('inkMuted'));
}
