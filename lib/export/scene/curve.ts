import { faceRadius, sampleWidth } from '@/lib/map/layout/emotionCurve';
import { emotionFace } from '@/lib/map/layout/emotionFace';
import { markPath, personaStyle } from '@/lib/map/layout/personaStyle';
import { boxOf, wordsOf } from '@/lib/map/layout/textBlock';
import type { Box, CurveLayout } from '@/lib/map/layout/types';
import type { SceneContext } from './context';
import { drawMeasured, drawMeasuredArea } from './evidence';

/** Half the width of the point in a sample. */
const sampleMark = 3.5;

/** What of the grid is hidden around a number, so that its lines stop before it and do not strike it through. */
export function clearanceOf({ x, y, width, height }: Box): Box {
  return { x: x - 4, y: y + 1, width: width + 8, height: height - 2 };
}

/** Names of palette entries for a value: stroke and tint. */
export function emotionTone(value: number): { strong: string; tint: string } {
  if (value < 0) return { strong: 'negative', tint: 'negativeTint' };
  if (value > 0) return { strong: 'positive', tint: 'positiveTint' };
  return { strong: 'neutral', tint: 'neutralTint' };
}

type Persona = CurveLayout['personas'][number];

function drawPersona(context: SceneContext, persona: Persona): void {
  const { pen, colour } = context;
  const { colour: name, dash, mark } = personaStyle(persona.index);
  pen.path(persona.path, { stroke: colour(name), strokeWidth: persona.index === 0 ? 2.25 : 2, ...(dash ? { dash } : {}) });
  for (const point of persona.points) {
    if (!persona.main) {
      pen.path(markPath(mark, point), { fill: context.ground, stroke: colour(name), strokeWidth: 2 });
      continue;
    }
    const tone = emotionTone(point.value);
    const disc = { x: point.x - faceRadius, y: point.y - faceRadius, width: 2 * faceRadius, height: 2 * faceRadius };
    pen.box(disc, { fill: colour(tone.tint), stroke: colour(tone.strong), strokeWidth: 2, radius: faceRadius });
    const face = emotionFace(point, point.value, faceRadius);
    pen.path(face.eyes, { stroke: colour(tone.strong), strokeWidth: 1.75 });
    pen.path(face.mouth, { stroke: colour(tone.strong), strokeWidth: 1.75 });
    const labelBox = point.label && boxOf(point.label);
    if (!point.label || !labelBox) continue;
    pen.box(clearanceOf(labelBox), { fill: context.ground });
    pen.text(point.label, colour('inkMuted'));
  }
}

/** The names of the personas, each with a sample of its line and point. */
function drawPersonaLegend(context: SceneContext): void {
  const { layout, pen, colour } = context;
  for (const { sampleAt, name, index, shown } of layout.curve.legend) {
    const { colour: line, dash, mark } = personaStyle(index);
    const paint = { stroke: colour(line), strokeWidth: 2, ...(shown ? {} : { opacity: 0.4 }) };
    pen.line(sampleAt, { x: sampleAt.x + sampleWidth, y: sampleAt.y }, { ...paint, ...(dash ? { dash } : {}) });
    pen.path(markPath(mark, { x: sampleAt.x + sampleWidth / 2, y: sampleAt.y }, sampleMark), { ...paint, fill: context.ground });
    pen.text(name, colour(shown ? 'inkSoft' : 'inkMuted'));
  }
}

/** One sentence for those who cannot see the curve. */
function describe({ layout, labels }: SceneContext): string {
  const number = new Map(layout.steps.map((step) => [step.id, step.number]));
  const rows = layout.curve.personas.map((persona) => {
    const name = wordsOf(persona.name);
    const values = persona.points.map((point) => `${number.get(point.stepId) ?? ''}: ${labels.emotionValue(point.value)}`);
    return [name, values.join(', ')].filter((part) => part !== '').join(' – ');
  });
  const measured = layout.curve.measured;
  const said = measured ? [`${labels.figures.customers}: ${measured.points.map(({ words }) => words).join('. ')}`] : [];
  return [labels.emotion, ...rows, ...said].join('. ');
}

/** The row of the emotion curve: grid, axis, and one line a persona, the main one on top. */
export function drawCurve(context: SceneContext): void {
  const { layout, pen, colour } = context;
  const { curve } = layout;
  pen.line(
    { x: curve.box.x, y: curve.box.y },
    { x: curve.box.x + curve.box.width, y: curve.box.y },
    { stroke: colour('line'), strokeWidth: 1 },
  );
  pen.heading(2, curve.title, colour('ink'));
  drawPersonaLegend(context);
  pen.group({ kind: 'figure', label: describe(context) }, () => {
    if (curve.measured) drawMeasuredArea(context, curve.measured);
    for (const { value, y, label } of curve.grid) {
      const zero = value === 0;
      pen.line(
        { x: curve.plot.x, y },
        { x: curve.plot.x + curve.plot.width, y },
        { stroke: colour(zero ? 'lineStrong' : 'line'), strokeWidth: 1, ...(zero ? { dash: [2, 4] as const } : {}) },
      );
      pen.text(label, colour('inkMuted'));
    }
    if (curve.measured) drawMeasured(context, curve.measured);
    for (const persona of curve.personas.toReversed()) drawPersona(context, persona);
  });
}
