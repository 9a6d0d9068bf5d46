import type { EvidenceLevel } from '@/lib/map/evidenceLevel';
import { momentSign } from '@/lib/map/layout/momentSign';
import { chevronPath } from '@/lib/map/layout/stageBand';
import { momentRadius, numberRadius } from '@/lib/map/layout/stepHeaders';
import { wordsOf } from '@/lib/map/layout/textBlock';
import type { Point, StepLayout } from '@/lib/map/layout/types';
import type { Gate } from '@/lib/map/moment';
import { drawAssumedBox } from './assumed';
import type { SceneContext } from './context';
import { contextAt } from './emphasis';
import { drawLostBand } from './loss';

/** The disc that tells how a step is known: dashed, grey, tinted or solid. */
export function drawEvidenceDisc(context: SceneContext, at: Point, radius: number, level: EvidenceLevel): void {
  const { pen, colour } = context;
  const stroke = colour('evidence');
  const fill = {
    assumed: colour('surface'),
    observed: colour('evidenceObserved'),
    measured: colour('evidenceMeasured'),
    confirmed: stroke,
  }[level];
  const box = { x: at.x - radius, y: at.y - radius, width: 2 * radius, height: 2 * radius };
  const dash = level === 'assumed' ? { dash: [2.5, 2.5] as const } : {};
  pen.box(box, { fill, stroke: level === 'observed' ? colour('lineStrong') : stroke, strokeWidth: 1.25, radius, ...dash });
}

/** The diamond of an all-or-nothing moment with its mark. */
export function drawMomentSign({ pen, colour }: SceneContext, at: Point, radius: number, gate: Gate, ground: string): void {
  const sign = momentSign(at, gate, radius);
  pen.path(sign.diamond, { fill: colour('moment'), stroke: ground, strokeWidth: 2 });
  pen.path(sign.mark, { stroke: colour('inkInverse'), strokeWidth: sign.markWidth });
}

function drawStep(all: SceneContext, step: StepLayout): void {
  const context = contextAt(all, step.id);
  const { pen, colour, labels } = context;
  const border = step.moment ? { stroke: colour('moment'), strokeWidth: 2.5 } : { stroke: colour('line'), strokeWidth: 1 };
  if (context.layout.onlyAssumed?.has(step.id)) {
    drawAssumedBox(context, step.box, colour('surface'), 8, step.moment ? colour('moment') : undefined);
  } else pen.box(step.box, { fill: colour('surface'), radius: 8, ...border });
  drawEvidenceDisc(context, step.numberAt, numberRadius, step.evidenceLevel);
  pen.text(step.numberText, step.evidenceLevel === 'confirmed' ? colour('inkInverse') : colour('ink'));
  pen.heading(3, step.title, colour('ink'));
  pen.text(step.meta, colour('inkMuted'));
  if (step.moment) {
    const { gate, at } = step.moment;
    pen.group({ kind: 'figure', label: `${labels.moment}: ${labels.gate[gate]}` }, () =>
      drawMomentSign(context, at, momentRadius, gate, context.ground),
    );
  }
}

/** The stage band with the step headers under it, stage by stage. */
export function drawHeaders(context: SceneContext): void {
  const { layout, pen, colour } = context;
  layout.stages.forEach((stage, index) => {
    const name = wordsOf(stage.title);
    pen.group({ kind: 'section', label: name }, () => {
      const right = stage.box.x + stage.box.width;
      const steps = layout.steps.filter((step) => step.box.x >= stage.box.x && step.box.x < right);
      const band = stage.unplaced
        ? { stroke: colour('lineStrong'), strokeWidth: 1, dash: [4, 4] as const }
        : { fill: colour('band') };
      pen.path(chevronPath(stage.box, index === 0), band);
      if (!stage.unplaced) drawLostBand(context, stage, index === 0);
      const bottom = steps[0] ? steps[0].column.y + steps[0].column.height : stage.box.y + stage.box.height;
      pen.heading(2, stage.title, colour('ink'), { ...stage.box, height: bottom - stage.box.y });
      for (const step of steps) drawStep(context, step);
    });
  });
}
