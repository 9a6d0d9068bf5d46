import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { clearanceOf } from '@/lib/export/scene/curve';
import { brokenCurveThrough } from '@/lib/map/layout/brokenCurve';
import { personaStyle } from '@/lib/map/layout/personaStyle';
import { boxOf } from '@/lib/map/layout/textBlock';
import type { CurveLayout } from '@/lib/map/layout/types';
import { useCanvas } from '../CanvasContext';
import { mapColour } from '../mapColour';
import { EmotionPoint } from './EmotionPoint';
import { MeasuredLine } from './MeasuredLine';
import type { CurveNode } from './mapNode';
import { PersonaLegend } from './PersonaLegend';
import { TextLines } from './TextLines';

type Persona = CurveLayout['personas'][number];

/** The persona's line as it is while one of its points is being moved. */
function withMoved(persona: Persona, curve: CurveLayout, moved: { stepId: string; value: number } | null): Persona {
  if (!moved) return persona;
  const unit = curve.plot.height / 4;
  const y = curve.plot.y + (2 - moved.value) * unit;
  const points = persona.points.map((point) =>
    point.stepId === moved.stepId ? { ...point, value: moved.value, y, label: null } : point,
  );
  return { ...persona, points, path: brokenCurveThrough(points) };
}

function PersonaLine({ persona, curve }: { persona: Persona; curve: CurveLayout }) {
  const { gestures } = useCanvas();
  const moved = useStore(gestures, ({ gesture }) =>
    gesture.type === 'emotion' && gesture.personaId === persona.personaId ? gesture : null,
  );
  const shown = withMoved(persona, curve, moved);
  const paint = personaStyle(persona.index);
  const ink = mapColour(paint.colour);
  return (
    <>
      <svg aria-hidden="true" width={curve.box.width} height={curve.box.height} className="map-drawing">
        <g
          transform={`translate(${-curve.box.x} ${-curve.box.y})`}
          fill="none"
          stroke={ink}
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          <path d={shown.path} strokeWidth={persona.index === 0 ? 2.25 : 2} strokeDasharray={paint.dash?.join(' ')} />
          {shown.points.map((point) => {
            const label = point.label && boxOf(point.label);
            return label ? <rect key={point.stepId} {...clearanceOf(label)} fill="var(--paper)" stroke="none" /> : null;
          })}
        </g>
      </svg>
      {shown.points.map((point) => (
        <EmotionPoint
          key={point.stepId}
          stepId={point.stepId}
          personaId={persona.personaId}
          main={persona.main}
          mark={paint.mark}
          value={point.value}
          x={point.x - curve.box.x}
          y={point.y - curve.box.y}
          ink={ink}
          moving={moved?.stepId === point.stepId}
        />
      ))}
      {shown.points.map((point) =>
        point.label ? <TextLines key={point.stepId} text={point.label} origin={curve.box} colour="var(--ink-muted)" /> : null,
      )}
    </>
  );
}

/** The emotion curve: axis, a line per persona, a point per step. */
export const CurveNodeView = memo(function CurveNodeView({ data: { curve } }: NodeProps<CurveNode>) {
  const t = useTranslations('editor.canvas');
  const { box, plot } = curve;
  return (
    <section aria-label={t('curve')} style={{ position: 'relative', width: box.width, height: box.height }} className="map-curve">
      <svg aria-hidden="true" width={box.width} height={box.height} className="map-drawing">
        <path d={`M0 0H${box.width}`} stroke="var(--line)" />
        {curve.grid.map(({ value, y }) => (
          <path
            key={value}
            d={`M${plot.x - box.x} ${y - box.y}h${plot.width}`}
            stroke={value === 0 ? 'var(--line-strong)' : 'var(--line)'}
            strokeDasharray={value === 0 ? '2 4' : undefined}
            strokeLinecap="round"
          />
        ))}
      </svg>
      {curve.measured ? <MeasuredLine measured={curve.measured} box={box} /> : null}
      <TextLines text={curve.title} origin={box} />
      {curve.grid.map(({ value, label }) => (
        <TextLines key={value} text={label} origin={box} colour="var(--ink-muted)" />
      ))}
      {[...curve.personas].reverse().map((persona) => (
        <PersonaLine key={persona.personaId} persona={persona} curve={curve} />
      ))}
      <PersonaLegend curve={curve} />
    </section>
  );
});
