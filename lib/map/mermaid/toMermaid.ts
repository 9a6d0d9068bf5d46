import { type ArrangedMap, type ArrangedStep, arrange } from '../arrange';
import type { JourneyMap } from '../journeyMap';
import { escapeActor, escapeMermaid, escapeName, toCommentLine } from './mermaidEscape';
import { listMermaidLosses, type MermaidLoss } from './mermaidLosses';
import { feelingsOf, middleScore, toScore } from './mermaidScore';

/** Says in words what Mermaid has no place for, line by line: of the whole map, and of one step. */
export type MermaidRemarks = {
  map(map: ArrangedMap): string[];
  step(step: ArrangedStep, map: ArrangedMap): string[];
};

/**
 * A map as a Mermaid `journey`: stages are sections, steps tasks, the personas with a feeling at a step its actors, the main one's feeling
 * the score (−2 … +2 becomes 1 … 5, a step without any gets the middle, since Mermaid wants a number). Reading it again (`parseMermaidJourney`,
 * `toJourneyMap`) gives the same titles, stages, steps, scores and actors. With `remarks` everything else stands in comments,
 * which Mermaid does not show.
 */
export function toMermaid(map: JourneyMap, remarks?: MermaidRemarks): { text: string; losses: MermaidLoss[] } {
  const arranged = arrange(map);
  const { title, scenario } = arranged.meta;
  const comment = (indent: string, lines: readonly string[] = []) => lines.map((line) => indent + toCommentLine(line));
  const lines = [
    'journey',
    ...(escapeMermaid(title) ? [`    title ${escapeMermaid(title)}`] : []),
    ...(escapeMermaid(title) && escapeMermaid(scenario) ? [`    accTitle: ${escapeMermaid(title)}`] : []),
    ...(escapeMermaid(scenario) ? [`    accDescr: ${escapeMermaid(scenario)}`] : []),
    ...comment('    ', remarks?.map(arranged)),
  ];
  for (const [index, stage] of arranged.stages.entries()) {
    const needsNoName = index === 0 && stage.title.trim() === '' && stage.steps.length > 0;
    if (!needsNoName) lines.push(`    section ${escapeName(stage.title)}`);
    for (const step of stage.steps) {
      lines.push(`        ${toTask(step, arranged)}`, ...comment('        ', remarks?.step(step, arranged)));
    }
  }
  return { text: `${lines.join('\n')}\n`, losses: listMermaidLosses(arranged) };
}

function toTask(step: ArrangedStep, { personas }: ArrangedMap): string {
  const feelings = feelingsOf(step, personas);
  const [main] = feelings;
  const actors = feelings.map(({ persona }) => escapeActor(persona.name)).filter((name) => name !== '');
  return [
    escapeName(step.title),
    main ? toScore(main.value) : middleScore,
    ...(actors.length > 0 ? [[...new Set(actors)].join(', ')] : []),
  ].join(': ');
}
