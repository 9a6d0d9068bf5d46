import { memo, useSyncExternalStore } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { maxEmotion, minEmotion } from '@/lib/map/emotion';
import { useCanvas } from '../CanvasContext';
import type { MapIndex } from '../geometry/mapIndex';
import { emotionWord } from './emotionWord';
import { emotionInk, Face } from './signs';
import { useMapItem } from './useMapItem';

type Props = {
  stepId: string;
  personaId: string;
  main: boolean;
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
export const EmotionPoint = memo(function EmotionPoint({ stepId, personaId, main, value, x, y, ink, moving }: Props) {
  const t = useTranslations('editor.canvas');
  const words = useTranslations('canvas.emotionWord');
  const format = useFormatter();
  const { index } = useCanvas();
  const names = (): string => namesOf(index.get(), stepId, personaId);
  const [number = '', step = '', persona = ''] = useSyncExternalStore(index.subscribe, names, names).split('\n');
  const item = useMapItem({ type: 'emotion', stepId, personaId });
  const shown = format.number(value, { signDisplay: 'exceptZero', maximumFractionDigits: 1 }).replace('-', '−');
  const open = item.selected || moving;
  const radius = main ? 6 : 4;
  return (
    <div
      {...item.props}
      role="slider"
      aria-orientation="vertical"
      aria-label={t('emotionName', { number, step, persona })}
      aria-valuemin={minEmotion}
      aria-valuemax={maxEmotion}
      aria-valuenow={value}
      aria-valuetext={`${shown}, ${words(emotionWord(value))}`}
      className="map-item map-emotion"
      data-open={open}
      style={{ left: x - 12, top: y - 12 }}
    >
      <svg aria-hidden="true" width={24} height={24} className="map-drawing">
        {main ? (
          <circle cx={12} cy={12} r={radius} fill="var(--map-paper)" stroke={ink} strokeWidth={2.5} />
        ) : (
          <circle cx={12} cy={12} r={radius} fill={ink} />
        )}
      </svg>
      <span aria-hidden="true" className="map-emotion-value" style={{ color: emotionInk(value) }}>
        <svg aria-hidden="true" width={20} height={20}>
          <Face value={value} x={10} y={10} radius={10} />
        </svg>
        {shown}
      </span>
    </div>
  );
});
