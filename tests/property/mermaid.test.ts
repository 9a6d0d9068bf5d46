import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { MapDraft } from '@/lib/map/mapDraft';
import { parseMermaidJourney } from '@/lib/map/mermaid/parseMermaidJourney';
import { toJourneyMap } from '@/lib/map/mermaid/toJourneyMap';
import { toMermaid } from '@/lib/map/mermaid/toMermaid';
import { readAsMermaid } from '@/tests/builders/mermaidReader';
import { runs } from './document/seeds';

// What trips over: everything that has a meaning in Mermaid, in Markdown or in our own reader.
const pieces = [
  ...['a', 'Rechnung', 'ö', '😀', '👩‍💻', 'שלום', '\u200f', ' ', ' ', '\n', '\t'],
  ...[
    ':',
    ',',
    ';',
    '#',
    '##',
    '#35;',
    '&amp;',
    '&',
    '%',
    '%%',
    '%%{init: {}}%%',
    '"',
    "'",
    '<br/>',
    '<b>',
    '>',
    '{',
    '}',
    '\\',
    '`',
    '```mermaid',
  ],
  ...[
    'title',
    'Title ',
    'section ',
    'journey',
    'Journey ',
    'accTitle: ',
    'accDescr {',
    '---',
    '3',
    '-1',
    '5.',
    'style x:',
    'classDef a:b',
    '~',
    '|',
    '-->',
  ],
] as const;
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join(''));
const read = (value: string): string => value.replace(/\s+/g, ' ').trim();

const plans = fc.record({
  title: text,
  scenario: text,
  personas: fc.uniqueArray(
    text.filter((name) => read(name) !== ''),
    { minLength: 1, maxLength: 4, selector: read },
  ),
  stages: fc.array(
    fc.record({
      title: text,
      steps: fc.array(
        fc.record({ title: text, score: fc.integer({ min: 1, max: 5 }), actors: fc.uniqueArray(fc.nat(3), { minLength: 1 }) }),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 4 },
  ),
});
type Plan = typeof plans extends fc.Arbitrary<infer P> ? P : never;

const actorsOf = ({ personas }: Plan, actors: readonly number[]): string[] =>
  personas.filter((_, index) => actors.some((actor) => actor % personas.length === index)).map(read);

/** A map of what Mermaid can hold: whole feelings, the same for everybody at a step, and nothing else. */
function mapOf(plan: Plan): JourneyMap {
  const draft = new MapDraft({ title: plan.title, scenario: plan.scenario });
  const personas = new Map(plan.personas.map((name) => [read(name), draft.addPersona(name)]));
  for (const { title, steps } of plan.stages) {
    const stage = draft.addStage(title);
    for (const step of steps) {
      const id = draft.addStep(stage, step.title);
      for (const actor of actorsOf(plan, step.actors)) draft.setEmotion(id, personas.get(actor) ?? '', step.score - 3);
    }
  }
  return draft.toMap();
}

describe('a map as a Mermaid journey', () => {
  test('our own reader finds the same title, description, sections, tasks, scores and actors, whatever the names are', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { journey } = parseMermaidJourney(toMermaid(mapOf(plan)).text);
        expect(journey.title).toBe(read(plan.title));
        expect(journey.accDescr).toBe(read(plan.scenario));
        expect(
          journey.sections.map(({ title, tasks }) => [title, tasks.map(({ name, score, actors }) => [name, score, actors])]),
        ).toEqual(
          plan.stages.map((stage) => [
            read(stage.title),
            stage.steps.map((step) => [read(step.title), step.score, actorsOf(plan, step.actors)]),
          ]),
        );
      }),
      runs(),
    );
  });

  test('Mermaid accepts it and reads the same', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const reading = readAsMermaid(toMermaid(mapOf(plan)).text);
        expect(reading.title).toBe(read(plan.title));
        expect(reading.accDescr).toBe(read(plan.scenario));
        expect(reading.tasks).toEqual(
          plan.stages.flatMap((stage) =>
            stage.steps.map((step) => ({
              section: read(stage.title),
              name: read(step.title),
              score: step.score,
              people: actorsOf(plan, step.actors),
            })),
          ),
        );
      }),
      runs(),
    );
  });

  test('in again and out again gives the same text', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const first = toMermaid(mapOf(plan)).text;
        const again = toMermaid(toJourneyMap(parseMermaidJourney(first).journey, 'en')).text;
        // The actors of a task have no order: the one with the most tasks comes first in the map.
        const sorted = (file: string) =>
          file.replace(/^(.*: \d): (.*)$/gm, (_, task, actors) => `${task}: ${actors.split(', ').sort()}`);
        expect(sorted(again)).toBe(sorted(first));
      }),
      runs(),
    );
  });
});
