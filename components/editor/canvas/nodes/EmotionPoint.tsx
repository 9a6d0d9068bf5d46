import { memo, useSyncExternalStore } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { emotionTone } from '@/lib/export/scene/curve';
import { maxEmotion, minEmotion } from '@/lib/map/emotion';
import { faceRadius } from '@/lib/map/layout/emotionCurve';
import { markPath, type PersonaMark } from '@/lib/map/layout/personaStyle';
import { useCanvas } from '../CanvasContext';
import type { MapIndex } from '../geometry/mapIndex';
import { mapColour } from '../mapColour';
import { emotionWord } from './emotionWord';
import { Face } from './signs';
import { useMapItem } from './useMapItem';

type Props = {
  stepId: string;
  personaId: string;
  main: boolean;
  mark: PersonaMark;
  value: number;
  /** From the curve's corner. */
  x: number;
  y: number;
  ink: string;
  /** Being moved with the pointer right now. */
  moving: boolean;
};

const namesOf = (index: MapIndex, stepId: string, personaId: string): string => {
  const step = index.stepById.get(stepId);
  const title = index.stepRecords.get(stepId)?.title ?? '';
  const persona = index.map.personas.find(({ id }) => id === personaId)?.name ?? '';
  return `${step?.number ?? ''}\n${title}\n${persona}`;
};

/** One point of the emotion curve: a slider. Selected or moved, it shows a face and the number. */
export const EmotionPoint = memo(function EmotionPoint({ stepId, personaId, main, mark, value, x, y, ink, moving }: Props) {
  const t = useTranslations('editor.canvas');
  const words = useTranslations('canvas.emotionWord');
  const format = useFormatter();
  const { index } = useCanvas();
  const names = (): string => namesOf(index.get(), stepId, personaId);
  const [number = '', step = '', persona = ''] = useSyncExternalStore(index.subscribe, names, names).split('\n');
  const item = useMapItem({ type: 'emotion', stepId, personaId });
  const shown = format.number(value, { signDisplay: 'exceptZero', maximumFractionDigits: 1 }).replace('-', '−');
  // The main persona's points have their number beside them already.
  const open = moving || (item.selected && !main);
  return (
    <div
      {...item.props}
      role="slider"
      tabIndex={item.props.tabIndex}
      aria-orientation="vertical"
      aria-label={t('emotionName', { number, step, persona })}
      aria-valuemin={minEmotion}
      aria-valuemax={maxEmotion}
      aria-valuenow={value}
      aria-valuetext={`${shown}, ${words(emotionWord(value))}`}
      className="map-item map-emotion nopan"
      data-open={open}
      style={{ left: x - 12, top: y - 12 }}
    >
      <svg aria-hidden="true" width={24} height={24} className="map-drawing">
        {main ? (
          <Face value={value} x={12} y={12} radius={faceRadius} />
        ) : (
          <path d={markPath(mark, { x: 12, y: 12 })} fill="var(--paper)" stroke={ink} strokeWidth={2} />
        )}
      </svg>
      {open ? (
        <span aria-hidden="true" className="map-emotion-value" style={{ color: mapColour(emotionTone(value).strong) }}>
          <svg aria-hidden="true" width={24} height={24}>
            <Face value={value} x={12} y={12} radius={faceRadius} />
          </svg>
          {shown}
        </span>
      ) : null}
    </div>
  );
});
