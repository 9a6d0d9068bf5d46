import { describe, expect, test } from 'vitest';
import { layoutLabels } from '@/lib/export/localeLabels';
import { locales } from '@/lib/i18n/locale';
import { readMermaidFile } from '@/lib/interchange/readMermaidFile';
import { arrange, cellKey } from '@/lib/map/arrange';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import { boxOf } from '@/lib/map/layout/textBlock';
import type { Box, TextBlock } from '@/lib/map/layout/types';
import { toMermaid } from '@/lib/map/mermaid/toMermaid';
import { listTemplates } from '@/lib/map/templates/listTemplates';
import { outlineOf, outlineSchema } from '@/lib/map/templates/outline';
import { template, templateIds } from '@/lib/map/templates/template';
import { mapBuilder } from '@/tests/builders/map';

const journeys = ['onlineOrder', 'onboarding', 'insuranceClaim'] as const;
const filled = ['customerServiceCall', ...journeys, 'serviceBlueprint'] as const;
const each = <Id extends string>(ids: readonly Id[]) => ids.flatMap((id) => locales.map((locale) => ({ id, locale })));

const inside = (inner: Box, outer: Box) =>
  inner.x >= outer.x - 0.5 &&
  inner.y >= outer.y - 0.5 &&
  inner.x + inner.width <= outer.x + outer.width + 0.5 &&
  inner.y + inner.height <= outer.y + outer.height + 0.5;
const overlap = (a: Box, b: Box) =>
  a.x + a.width > b.x + 0.01 && b.x + b.width > a.x + 0.01 && a.y + a.height > b.y + 0.01 && b.y + b.height > a.y + 0.01;
const holds = (box: Box, block: TextBlock) => {
  const text = boxOf(block);
  return text === null || inside(text, box);
};

describe.each(each(filled))('$id in $locale', ({ id, locale }) => {
  const map = template(id, locale);
  const arranged = arrange(map);

  test('is laid out without overlaps, and every text has its place', () => {
    const layout = layoutMap(arranged, { measure: measureText, labels: layoutLabels(locale) });
    const boxes = [...layout.cards, ...layout.touchpoints, ...layout.steps].map(({ box }) => box);
    expect(boxes.filter((box, index) => boxes.slice(index + 1).some((other) => overlap(box, other)))).toEqual([]);
    const labels = layout.transitions.map(({ labelBox }) => labelBox);
    expect(labels.filter((box, index) => labels.slice(index + 1).some((other) => overlap(box, other)))).toEqual([]);
    const texts: [Box, TextBlock][] = [
      ...layout.cards.map(({ box, text }): [Box, TextBlock] => [box, text]),
      ...layout.touchpoints.map(({ box, text }): [Box, TextBlock] => [box, text]),
      ...layout.stages.map(({ box, title }): [Box, TextBlock] => [box, title]),
      ...layout.steps.flatMap(({ box, title, meta }): [Box, TextBlock][] => [
        [box, title],
        [box, meta],
      ]),
      ...layout.lanes.map(({ header, title }): [Box, TextBlock] => [header, title]),
      ...layout.transitions.map(({ labelBox, label }): [Box, TextBlock] => [labelBox, label]),
    ];
    expect(texts.filter(([box, text]) => !holds(box, text))).toEqual([]);
  });

  test('is readable at a glance: short titles, no card longer than five lines', () => {
    const layout = layoutMap(arranged, { measure: measureText, labels: layoutLabels(locale) });
    expect(layout.steps.filter(({ title }) => title.lines.length > 3)).toEqual([]);
    expect(layout.cards.filter(({ text }) => text.lines.length > 5).map(({ text }) => text.lines)).toEqual([]);
    expect(layout.stages.filter(({ title }) => title.lines.length > 1)).toEqual([]);
    expect(layout.transitions.filter(({ label }) => label.lines.length > 2)).toEqual([]);
  });

  test('becomes a Mermaid journey and comes back with its steps', () => {
    const { text } = toMermaid(map);
    expect(text.startsWith('journey\n')).toBe(true);
    const read = readMermaidFile(text, locale);
    expect(read.problems).toEqual([]);
    const back = arrange(read.map ?? template('blank', locale));
    expect(back.steps.map(({ title }) => title)).toEqual(arranged.steps.map(({ title }) => title));
    expect(back.stages.map(({ title }) => title)).toEqual(arranged.stages.map(({ title }) => title));
  });

  test('names everybody who has a part, and nobody who has none', () => {
    for (const { departments } of arranged.steps) {
      expect(departments.filter(({ role }) => role === 'responsible')).toHaveLength(1);
    }
    const busy = new Set(arranged.steps.flatMap(({ departments }) => departments.map((department) => department.id)));
    expect(arranged.departments.filter((department) => !busy.has(department.id))).toEqual([]);
    expect(arranged.departments.every(({ name }) => name !== '')).toBe(true);
  });

  test('says that its numbers are examples where it has any, and what it leads to at each moment', () => {
    const moments = arranged.steps.flatMap(({ moment }) => moment ?? []);
    expect(moments.length).toBeGreaterThan(0);
    expect(moments.every(({ stays, leaves }) => stays !== '' && leaves !== '')).toBe(true);
    expect(arranged.transitions.every(({ share, label }) => share !== undefined && label !== '')).toBe(true);
    if (id !== 'customerServiceCall') expect(map.meta.notes).toMatch(/erfunden|made up/);
  });
});

describe.each(each(journeys))('the journey $id in $locale', ({ id, locale }) => {
  const arranged = arrange(template(id, locale));
  const lane = (kind: string) => arranged.lanes.find((candidate) => candidate.kind === kind)?.id ?? '';
  const cards = (stepId: string, kind: string) => arranged.cells.get(cellKey(stepId, lane(kind))) ?? [];

  test('has nine to fourteen steps, each with all that is due', () => {
    expect(arranged.steps.length).toBeGreaterThanOrEqual(9);
    expect(arranged.steps.length).toBeLessThanOrEqual(14);
    const [main] = arranged.personas;
    for (const step of arranged.steps) {
      expect(step.title).not.toBe('');
      for (const kind of ['doing', 'thinking', 'painPoints', 'opportunities']) {
        expect([step.title, kind, cards(step.id, kind).length > 0]).toEqual([step.title, kind, true]);
      }
      expect(cards(step.id, 'feeling').map(({ text }) => text.split(' ').length <= 3)).toEqual([true]);
      expect(step.touchpoints.length).toBeGreaterThan(0);
      expect(step.touchpoints.every(({ name }) => name !== '')).toBe(true);
      expect(step.emotions.size).toBe(arranged.personas.length);
      // What customers thought stands in quotation marks.
      for (const { text } of cards(step.id, 'thinking')) expect(text).toMatch(locale === 'de' ? /^„.*“$/ : /^“.*”$/);
      // A low point has a cause, and a name for whose it is.
      if ((step.emotions.get(main?.id ?? '') ?? 0) <= -1) {
        expect(cards(step.id, 'upstreamCause').length, step.title).toBeGreaterThan(0);
      }
      for (const { text } of cards(step.id, 'upstreamCause')) {
        const named = /\(([^)]+)\)$/.exec(text)?.[1];
        expect(arranged.departments.map(({ name }) => name)).toContain(named);
      }
    }
  });

  test('shows two people who feel differently', () => {
    expect(arranged.personas).toHaveLength(2);
    expect(arranged.personas.every(({ name, description }) => name !== '' && description.length > 80)).toBe(true);
    const [a, b] = arranged.personas;
    const gaps = arranged.steps.map(({ emotions }) => (emotions.get(a?.id ?? '') ?? 0) - (emotions.get(b?.id ?? '') ?? 0));
    expect(gaps.filter((gap) => Math.abs(gap) >= 0.5).length).toBeGreaterThanOrEqual(3);
    expect(gaps.some((gap) => gap > 0) && gaps.some((gap) => gap < 0)).toBe(true);
  });

  test('has gates of all three kinds, ways that are no line, and is known to different degrees', () => {
    const gates = arranged.steps.flatMap(({ moment }) => moment?.gate ?? []);
    expect(gates.sort()).toEqual(['failed', 'held', 'unknown']);
    expect([...new Set(arranged.transitions.map(({ kind }) => kind))].sort()).toEqual(['back', 'exit', 'skip']);
    expect(new Set(arranged.steps.map(({ evidenceLevel }) => evidenceLevel)).size).toBe(4);
    expect(arranged.steps.filter(({ duration }) => duration !== undefined).length).toBeGreaterThanOrEqual(6);
    expect(arranged.steps.filter(({ waiting }) => waiting !== undefined).length).toBeGreaterThanOrEqual(3);
  });
});

describe('the service blueprint', () => {
  test.each(locales)('parts its lanes by the three lines, in their order (%s)', (locale) => {
    const { lanes, steps, cells } = arrange(template('serviceBlueprint', locale));
    expect(lanes.map(({ kind }) => kind)).toEqual([
      ...['touchpoints', 'doing', 'custom', 'frontstage', 'custom', 'backstage', 'custom', 'support', 'painPoints'],
    ]);
    const lines = lanes.filter(({ kind }) => kind === 'custom');
    expect(lines.every(({ folded, title }) => folded === true && title !== '')).toBe(true);
    for (const step of steps) {
      for (const lane of lanes) {
        const cards = cells.get(cellKey(step.id, lane.id)) ?? [];
        expect(cards.length > 0).toBe(lane.kind !== 'custom');
      }
    }
  });
});

test.each(filled)('both languages tell %s alike, each in its own words', (id) => {
  const [de, en] = [template(id, 'de'), template(id, 'en')];
  const shape = (map: typeof de) => ({
    cards: map.cards.map(({ pos, kind }) => ({ pos, kind })),
    steps: map.steps.map(({ title: _title, notes, ...step }) => ({ ...step, notes: notes !== '' })),
    lanes: map.lanes.map(({ title, ...lane }) => ({ ...lane, title: title !== '' })),
    emotions: map.emotions,
    touchpoints: map.touchpoints.map(({ pos, channel }) => ({ pos, channel })),
    stepDepartments: map.stepDepartments,
    transitions: map.transitions.map(({ label: _label, ...transition }) => transition),
    moments: map.moments.map(({ stepId, gate }) => ({ stepId, gate })),
  });
  expect(shape(de)).toEqual(shape(en));
  const english = new Set(en.cards.map(({ text }) => text));
  expect(de.cards.filter(({ text }) => english.has(text))).toEqual([]);
});

describe('the choice of templates', () => {
  test.each(locales)('offers each with a title, one sentence and its size (%s)', (locale) => {
    const offered = listTemplates(locale);
    expect(['blank', ...offered.map(({ id }) => id)].sort()).toEqual([...templateIds].sort());
    expect(new Set(offered.map(({ title }) => title)).size).toBe(offered.length);
    for (const { id, title, description, outline } of offered) {
      const map = template(id, locale);
      expect(title).toBe(map.meta.title);
      expect(description).toMatch(/^[^.!?]{40,125}\.$/);
      expect(outlineSchema.parse(outline)).toEqual(outline);
      expect(outline).toMatchObject({ steps: map.steps.length, moments: map.moments.length, stages: map.stages.length });
      expect(outline.curve).toHaveLength(map.steps.length);
    }
  });

  test('an outline stays small whatever the map', () => {
    const draft = mapBuilder();
    const [persona, stage] = [draft.addPersona('P'), draft.addStage('S')];
    for (let index = 0; index < 500; index++) draft.setEmotion(draft.addStep(stage, `${index}`), persona, (index % 5) - 2);
    const { curve, steps } = outlineOf(draft.toMap());
    expect(steps).toBe(500);
    expect(curve).toHaveLength(60);
    expect([curve[0], curve.at(-1)]).toEqual([-2, 2]);
    expect(outlineOf(template('blank', 'en')).curve).toEqual([null, null, null]);
  });
});
