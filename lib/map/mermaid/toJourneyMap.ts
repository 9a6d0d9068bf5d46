import type { JourneyMap } from '../journeyMap';
import { MapDraft } from '../mapDraft';
import { usualLanes } from '../templates/blank';
import type { TemplateLocale } from '../templates/template';
import type { MermaidJourney, MermaidTask } from './mermaidJourney';
import { maxScore, middleScore, minScore } from './mermaidScore';

const notes = {
  de: (score: string) => `Wertung in der Mermaid-Datei: ${score} (Skala 1 bis 5)`,
  en: (score: string) => `Score in the Mermaid file: ${score} (on a scale of 1 to 5)`,
} as const;

/**
 * The map that a Mermaid journey becomes: sections are stages, tasks steps, actors personas (the one with the most tasks first), scores
 * feelings of each actor at the task (1–5 becomes −2 … +2, others the nearest, with the number in the step's notes). A task without
 * actors is the main persona's. The description becomes the scenario. The usual lanes are added, empty.
 */
export function toJourneyMap(journey: MermaidJourney, locale: TemplateLocale): JourneyMap {
  const { title, accTitle, accDescr } = journey;
  const shownTitle = title || accTitle;
  const scenario = [accTitle === shownTitle ? '' : accTitle, accDescr].filter((text) => text !== '').join(': ');
  const draft = new MapDraft({ title: shownTitle, scenario });

  const tasks = journey.sections.flatMap((section) => section.tasks);
  const personas = new Map(listActors(tasks).map((name) => [name, draft.addPersona(name)]));
  const main = [...personas.values()][0] ?? draft.addPersona('');
  for (const kind of usualLanes) draft.addLane(kind);

  for (const section of journey.sections) {
    const stage = draft.addStage(section.title);
    for (const { name, score, actors } of section.tasks) {
      const isOnScale = score === null || (score >= minScore && score <= maxScore);
      const step = draft.addStep(stage, name, isOnScale ? {} : { notes: notes[locale](formatScore(score, locale)) });
      if (score === null) continue;
      const feeling = actors.flatMap((actor) => personas.get(actor) ?? []);
      for (const persona of feeling.length > 0 ? feeling : [main]) draft.setEmotion(step, persona, score - middleScore);
    }
  }
  return draft.toMap();
}

/** All actors, those with the most tasks first, others in the order in which they appear. */
function listActors(tasks: readonly MermaidTask[]): string[] {
  const counts = new Map<string, number>();
  for (const actor of tasks.flatMap(({ actors }) => actors)) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

function formatScore(score: number, locale: TemplateLocale): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 9, useGrouping: false }).format(score).replace('-', '−');
}
