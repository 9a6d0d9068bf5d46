import { useTranslations } from 'use-intl';
import { measuredDash, sampleWidth, whisker } from '@/lib/export/scene/evidence';
import { markPath } from '@/lib/map/layout/personaStyle';
import { wordsOf } from '@/lib/map/layout/textBlock';
import type { Box, MeasuredCurveLayout } from '@/lib/map/layout/types';
import { TextLines } from './TextLines';

type Point = MeasuredCurveLayout['points'][number];

function Mark({ point }: { point: Point }) {
  const ends = [point.top, point.bottom].map((y) => `M${point.x - whisker} ${y}h${2 * whisker}`).join('');
  return (
    <>
      <path d={`M${point.x} ${point.top}V${point.bottom}${ends}`} strokeWidth={1.5} />
      <path
        d={markPath('diamond', point)}
        fill={point.standing === 'firm' ? 'var(--evidence)' : 'var(--paper)'}
        strokeWidth={1.5}
      />
    </>
  );
}

/** What customers feel by their answers, below the team's line, with the area between the two. */
export function MeasuredLine({
  measured: { legend, gap, path, area, points },
  box,
}: {
  measured: MeasuredCurveLayout;
  box: Box;
}) {
  const t = useTranslations('canvas.figures');
  return (
    <>
      <svg aria-hidden="true" width={box.width} height={box.height} className="map-drawing">
        <g transform={`translate(${-box.x} ${-box.y})`} fill="none" stroke="var(--evidence)" strokeLinecap="round">
          <path d={area} fill="var(--gap)" stroke="none" />
          <path d={path} strokeWidth={2.25} strokeDasharray={measuredDash.join(' ')} />
          {points.map((point) => (
            <Mark key={point.stepId} point={point} />
          ))}
          {legend.map(({ line, sampleAt: { x, y } }) => (
            <g key={line}>
              <path
                d={`M${x} ${y}h${sampleWidth}`}
                stroke={line === 'team' ? 'var(--ink)' : undefined}
                strokeWidth={2.25}
                strokeDasharray={line === 'team' ? undefined : measuredDash.join(' ')}
              />
              {line === 'team' ? null : (
                <path d={markPath('diamond', { x: x + sampleWidth / 2, y }, 3.5)} fill="var(--evidence)" stroke="none" />
              )}
            </g>
          ))}
        </g>
      </svg>
      {legend.map(({ line, name }) => (
        <TextLines key={line} text={name} origin={box} colour="var(--ink-soft)" />
      ))}
      <TextLines text={gap} origin={box} colour="var(--ink-soft)" />
      <p className="sr-only">{[`${t('customers')}:`, ...points.map(({ words }) => words), wordsOf(gap)].join(' ')}</p>
    </>
  );
}
