import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutLabels } from '@/lib/export/localeLabels';
import { arrange } from '@/lib/map/arrange';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import { boxOf } from '@/lib/map/layout/textBlock';
import type { Box, MapLayout, TextBlock } from '@/lib/map/layout/types';
import { MapDraft } from '@/lib/map/mapDraft';
import { transitionKinds } from '@/lib/map/transition';
import { pathOutline } from '../builders/pathOutline';

const labels = layoutLabels('de');

const labelWords = fc.constantFrom(
  '',
  'ruft an',
  'legt auf',
  'ruft ein zweites Mal an, weil niemand zurückgerufen hat',
  'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsbescheid',
  'zurück zum Anfang, mit allem, was schon gesagt wurde, und noch einmal von vorn bis ans Ende der langen Geschichte',
);

type Plan = {
  steps: number;
  stages: number;
  moments: boolean;
  transitions: { from: number; to: number | null; kind: (typeof transitionKinds)[number]; label: string; share: number | null }[];
};

/** Any graph of up to 60 steps and 40 transitions: everywhere, or crowded at a few steps; steps that lead to themselves included. */
const plans: fc.Arbitrary<Plan> = fc
  .record({ steps: fc.integer({ min: 1, max: 60 }), crowd: fc.integer({ min: 1, max: 60 }) })
  .chain(({ steps, crowd }) => {
    const step = fc.nat(Math.min(steps, crowd) - 1);
    return fc.record({
      steps: fc.constant(steps),
      stages: fc.integer({ min: 1, max: 6 }),
      moments: fc.boolean(),
      transitions: fc.array(
        fc.record({
          from: step,
          to: fc.option(step, { freq: 4 }),
          kind: fc.constantFrom(...transitionKinds),
          label: labelWords,
          share: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        }),
        { minLength: 1, maxLength: 40, size: 'max' },
      ),
    });
  });

function layoutOf({ steps, stages, moments, transitions }: Plan): MapLayout {
  const draft = new MapDraft({ title: 'Die Rechnung stimmt nicht', scenario: 'will ihr Geld zurück', goal: 'Ruhe' });
  const stageIds = Array.from({ length: stages }, (_, index) => draft.addStage(`Phase ${index + 1}`));
  const ids = Array.from({ length: steps }, (_, index) =>
    draft.addStep(stageIds[Math.floor((index * stages) / steps)] ?? '', `Schritt Nummer ${index + 1} der langen Reise`),
  );
  if (moments) {
    ids.forEach((id, index) => {
      if (index % 3 === 0) draft.markMoment(id, { gate: 'failed' });
    });
  }
  for (const { from, to, kind, label, share } of transitions) {
    const target = to === null ? null : (ids[to] ?? null);
    draft.addTransition(target === null ? 'exit' : kind === 'exit' ? 'back' : kind, ids[from] ?? '', target, {
      label,
      ...(share === null ? {} : { share }),
    });
  }
  return layoutMap(arrange(draft.toMap()), { measure: measureText, labels });
}

const overlap = (a: Box, b: Box) =>
  a.x + a.width > b.x + 0.01 && b.x + b.width > a.x + 0.01 && a.y + a.height > b.y + 0.01 && b.y + b.height > a.y + 0.01;

/** The boxes of all words on a map but those of its transitions. */
function otherText(layout: MapLayout): Box[] {
  const { title, stages, steps, curve, lanes, legend } = layout;
  const blocks: TextBlock[] = [
    title.title,
    title.badge.text,
    title.persona,
    title.scenario,
    title.goal,
    title.caption,
    ...stages.map((stage) => stage.title),
    ...steps.flatMap((step) => [step.title, step.meta, step.numberText]),
    curve.title,
    ...lanes.map((lane) => lane.title),
    ...legend.entries.map((entry) => entry.text),
  ];
  return blocks.flatMap((block) => boxOf(block) ?? []);
}

/** The strokes of an arc, as boxes with the width of the line. */
function strokesOf(path: string): Box[] {
  const points = pathOutline(path);
  return points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    const [x, y] = [Math.min(from.x, to.x) - 1, Math.min(from.y, to.y) - 1];
    return { x, y, width: Math.abs(to.x - from.x) + 2, height: Math.abs(to.y - from.y) + 2 };
  });
}

describe('transitions on a map of up to 60 steps', () => {
  it('lead over no text of the map, through no label, and no label lies over another or leaves the map', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const layout = layoutOf(plan);
        const { transitions } = layout;
        expect(transitions).toHaveLength(plan.transitions.length);
        const text = otherText(layout);
        const wrong: string[] = [];
        const note = (isWrong: boolean, what: string, ...parts: unknown[]) => {
          if (isWrong) wrong.push(`${what}: ${JSON.stringify(parts)}`);
        };
        transitions.forEach((transition, index) => {
          const { labelBox } = transition;
          note(labelBox.x < 0 || labelBox.x + labelBox.width > layout.width + 0.5, 'a label beside the map', labelBox);
          for (const box of text) note(overlap(labelBox, box), 'a label over other text', labelBox, box);
          for (const other of transitions.slice(index + 1)) {
            note(overlap(labelBox, other.labelBox), 'a label over a label', labelBox, other.labelBox);
          }
          for (const stroke of strokesOf(transition.path)) {
            for (const box of text) note(overlap(stroke, box), 'an arc over text', transition.path, box);
            for (const other of transitions) note(overlap(stroke, other.labelBox), 'an arc over a label', transition.path, other);
          }
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  it('stand at places of their own, so that no two lines run over each other upwards', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const feet = layoutOf(plan).transitions.flatMap(({ path, arrow, kind }) => {
          const from = Number(/^M(-?[\d.]+)/.exec(path)?.[1]);
          return kind === 'exit' ? [from] : [from, arrow.x];
        });
        expect(new Set(feet.map((x) => x.toFixed(3))).size).toBe(feet.length);
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});
