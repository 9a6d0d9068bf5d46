import type { ArrangedMap, ArrangedStep } from '../arrange';
import { feelingsOf, toScore } from './mermaidScore';

/** What a Mermaid `journey` has no place for, or only roughly. */
export const mermaidLossKinds = [
  'scoresRounded',
  'scoresMissing',
  'feelingsDiffer',
  'personas',
  'descriptions',
  'lanes',
  'cards',
  'touchpoints',
  'departments',
  'moments',
  'transitions',
  'times',
  'evidenceLevels',
  'notes',
  'titleBlock',
  'lineBreaks',
] as const;
export type MermaidLossKind = (typeof mermaidLossKinds)[number];

/** One kind of loss, and how much of it there is: so many steps, cards, personas … */
export type MermaidLoss = { kind: MermaidLossKind; count: number };

const isWritten = (text: string): boolean => text.trim() !== '';
const hasBreak = (text: string): boolean => /[\n\r]/.test(text.trim());

/** What the map would lose as a Mermaid `journey`, in the order of `mermaidLossKinds`; empty when all of it fits. */
export function listMermaidLosses(map: ArrangedMap): MermaidLoss[] {
  const { steps, stages, personas, meta, cells } = map;
  const feelings = new Map(steps.map((step) => [step, feelingsOf(step, personas)]));
  const valuesOf = (step: ArrangedStep): number[] => feelings.get(step)?.map(({ value }) => value) ?? [];
  const count = (loses: (step: ArrangedStep) => boolean): number => steps.filter(loses).length;
  const sum = (of: (step: ArrangedStep) => number): number => steps.reduce((total, step) => total + of(step), 0);
  const actors = new Set([...feelings.values()].flat().map(({ persona }) => persona.id));
  const texts = [meta.title, meta.scenario, ...stages.map(({ title }) => title), ...steps.map(({ title }) => title)];

  const counts: Record<MermaidLossKind, number> = {
    scoresRounded: count((step) =>
      valuesOf(step)
        .slice(0, 1)
        .some((value) => !Number.isInteger(value)),
    ),
    scoresMissing: count((step) => valuesOf(step).length === 0),
    feelingsDiffer: count((step) => new Set(valuesOf(step).map(toScore)).size > 1),
    // Without a name a persona can be the only one of a journey, but not an actor beside others.
    personas: personas.filter(({ id, name }) => (isWritten(name) ? !actors.has(id) : actors.has(id) && actors.size > 1)).length,
    descriptions: personas.filter(({ description }) => isWritten(description)).length,
    lanes: map.lanes.length + map.hiddenLanes.length,
    cards: [...cells.values()].reduce((total, cards) => total + cards.length, 0) + map.unplacedCards.length,
    touchpoints: sum(({ touchpoints }) => touchpoints.length),
    departments: sum(({ departments }) => departments.length),
    moments: count(({ moment }) => moment !== undefined),
    transitions: map.transitions.length,
    times: count(({ duration, waiting }) => duration !== undefined || waiting !== undefined),
    evidenceLevels: count(({ evidenceLevel }) => evidenceLevel !== 'assumed'),
    notes: [meta.notes, ...steps.map(({ notes }) => notes)].filter(isWritten).length,
    titleBlock: [meta.goal, meta.asOf, meta.kind === 'future' ? meta.kind : ''].filter(isWritten).length,
    lineBreaks: texts.filter(hasBreak).length,
  };
  return mermaidLossKinds.flatMap((kind) => (counts[kind] > 0 ? [{ kind, count: counts[kind] }] : []));
}
