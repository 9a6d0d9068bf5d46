import { arrange } from '@/lib/map/arrange';
import { parseMermaidJourney } from '@/lib/map/mermaid/parseMermaidJourney';
import { toJourneyMap } from '@/lib/map/mermaid/toJourneyMap';
import type { TemplateLocale } from '@/lib/map/templates/template';
import type { ImportProblem } from './importProblem';
import type { ReadFile } from './readMapFile';

/** Reads a Mermaid journey as a map. `name`: the file's, for a journey without a title. Without any task it is no map. */
export function readMermaidFile(text: string, locale: TemplateLocale, name = ''): ReadFile {
  const { journey, problems } = parseMermaidJourney(text);
  const tasks = journey.sections.flatMap((section) => section.tasks);
  if (tasks.length === 0) return { map: null, problems: [problems.at(-1) ?? { line: 1, key: 'mermaid.noTasks', values: {} }] };
  const title = journey.title || journey.accTitle || name.replace(/\.[A-Za-z0-9]{1,10}$/, '').trim();
  const map = toJourneyMap({ ...journey, title }, locale);
  // Tasks become steps one by one, in their order.
  const { steps } = arrange(map);
  const stepOfLine = new Map(tasks.map(({ line }, index) => [line, steps[index]?.id]));
  const located = problems.map((problem): ImportProblem => {
    const stepId = stepOfLine.get(problem.line);
    return stepId === undefined ? problem : { ...problem, stepId };
  });
  return { map, problems: located };
}
