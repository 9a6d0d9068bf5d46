import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { curveThrough } from '@/lib/map/layout/monotoneCurve';
import type { CurveLayout } from '@/lib/map/layout/types';
import { useCanvas } from '../CanvasContext';
import { EmotionPoint } from './EmotionPoint';
import type { CurveNode } from './mapNode';
import { personaLook } from './personaLook';
import { Face } from './signs';
import { TextLines } from './TextLines';

type Persona = CurveLayout['personas'][number];

/** The persona's line as it is while one of its points is being moved. */
function withMoved(persona: Persona, plot: CurveLayout['plot'], moved: { stepId: string; value: number } | null): Persona {
  if (!moved) return persona;
  const unit = plot.height / 4;
  const points = persona.points.map((point) =>
    point.stepId === moved.stepId ? { ...point, value: moved.value, y: plot.y + (2 - moved.value) * unit } : point,
  );
  return { ...persona, points, path: curveThrough(points) };
}

function PersonaLine({ persona, curve }: { persona: Persona; curve: CurveLayout }) {
  const { gestures } = useCanvas();
  const moved = useStore(gestures, ({ gesture }) =>
    gesture.type === 'emotion' && gesture.personaId === persona.personaId ? gesture : null,
  );
  const shown = withMoved(persona, curve.plot, moved);
  const look = personaLook(persona.index);
  return (
    <>
      <svg aria-hidden="true" width={curve.box.width} height={curve.box.height} className="map-drawing">
        <g transform={`translate(${-curve.box.x} ${-curve.box.y})`}>
          <path
            d={shown.path}
            fill="none"
            stroke={look.ink}
            strokeWidth={look.width}
            strokeDasharray={look.dash}
            strokeLinejoin="round"
          />
          {persona.sampleAt ? (
            <path
              d={`M${persona.sampleAt.x} ${persona.sampleAt.y}h16`}
              stroke={look.ink}
              strokeWidth={look.width}
              strokeDasharray={look.dash}
            />
          ) : null}
        </g>
      </svg>
      {shown.points.map((point) => (
        <EmotionPoint
          key={point.stepId}
          stepId={point.stepId}
          personaId={persona.personaId}
          main={persona.index === 0}
          value={point.value}
          x={point.x - curve.box.x}
          y={point.y - curve.box.y}
          ink={look.ink}
          moving={moved?.stepId === point.stepId}
        />
      ))}
    </>
  );
}

/** The emotion curve: axis with faces, a line per persona, a point per step. */
export const CurveNodeView = memo(function CurveNodeView({ data: { curve } }: NodeProps<CurveNode>) {
  const t = useTranslations('editor.canvas');
  const { box, plot } = curve;
  return (
    <section aria-label={t('curve')} style={{ position: 'relative', width: box.width, height: box.height }} className="map-curve">
      <svg aria-hidden="true" width={box.width} height={box.height} className="map-drawing">
        <path d={`M0 .5H${box.width}`} stroke="var(--map-line)" />
        {curve.grid.map(({ value, y }) => (
          <path
            key={value}
            d={`M${plot.x - box.x} ${y - box.y}h${plot.width}`}
            stroke="var(--map-line)"
            strokeDasharray={value === 0 ? undefined : '1 5'}
            strokeLinecap="round"
          />
        ))}
        {curve.grid
          .filter(({ value }) => value % 2 === 0)
          .map(({ value, y }) => (
            <Face key={value} value={value} x={plot.x - box.x - 56} y={y - box.y} radius={8} />
          ))}
      </svg>
      <TextLines text={curve.title} origin={box} />
      {curve.grid.map(({ value, label }) => (
        <TextLines key={value} text={label} origin={box} colour="var(--map-inkMuted)" />
      ))}
      {[...curve.personas].reverse().map((persona) => (
        <PersonaLine key={persona.personaId} persona={persona} curve={curve} />
      ))}
      {curve.personas.map((persona) => (
        <TextLines key={persona.personaId} text={persona.name} origin={box} colour="var(--map-inkSoft)" />
      ))}
    </section>
  );
});
