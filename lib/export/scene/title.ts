import type { SceneContext } from './context';

/** Title, badge, persona, scenario, goal and caption. */
export function drawTitle({ layout, pen, colour, labels }: SceneContext): void {
  const { title } = layout;
  pen.heading(1, title.title, colour(title.empty.title ? 'inkMuted' : 'ink'));
  const future = title.badge.text.lines[0]?.text === labels.mapKind.future;
  pen.box(title.badge.box, { fill: colour(future ? 'evidence' : 'ink'), radius: title.badge.box.height / 2 });
  pen.text(title.badge.text, colour('inkInverse'));
  pen.text(title.persona, colour('ink'));
  pen.text(title.scenario, colour('inkSoft'));
  pen.text(title.goal, colour('inkMuted'));
  pen.text(title.caption, colour('inkMuted'));
}
