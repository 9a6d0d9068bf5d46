'use client';

import { X } from 'lucide-react';
import * as Slider from 'radix-ui/slider';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { maxEmotion, minEmotion } from '@/lib/map/emotion';
import { PersonaSample } from '../canvas/nodes/PersonaSample';
import { Face } from '../canvas/nodes/signs';

const words = ['veryBad', 'bad', 'neutral', 'good', 'veryGood'] as const;

/** The word for an emotion, −2 … +2. */
export function emotionWord(value: number): (typeof words)[number] {
  return words[Math.min(4, Math.max(0, Math.round(value) + 2))] ?? 'neutral';
}

type Props = {
  /** Whose emotion it is. */
  label: string;
  /** Place of the persona among several, which decides how its line looks; null for the only one. */
  sample?: number | null;
  /** −2 … +2, or undefined when nobody has said. */
  value: number | undefined;
  disabled: boolean;
  /** Called once the hand has left the slider, and for each press of a key; null takes the value away. */
  onChange: (value: number | null) => void;
};

/** An emotion as slider, number, word and face. Arrow keys change it by a tenth, Page keys by a whole. */
export function EmotionSlider({ label, sample = null, value: stored, disabled, onChange }: Props) {
  const t = useTranslations('editor.inspector');
  const emotion = useTranslations('canvas.emotionWord');
  const format = useFormatter();
  const [draft, setDraft] = useState<number | null>(null);
  const value = draft ?? stored;
  const known = value !== undefined;
  const number = known
    ? format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' }).replace('-', '−')
    : '';
  const said = known ? `${number}, ${emotion(emotionWord(value))}` : t('emotionUnknown');
  return (
    <div>
      {/* A long name takes a line of its own: whose feeling it is must not be guessed. */}
      <div className="flex flex-wrap items-center gap-x-2 text-sm">
        {sample === null ? null : (
          <span className="relative h-4 w-8 shrink-0">
            <PersonaSample index={sample} x={2} y={8} width={28} />
          </span>
        )}
        <span className="wrap-anywhere min-w-0 max-w-full flex-1 basis-24 font-medium">{label}</span>
        <span className="flex min-h-7 items-center gap-2">
          <span className="text-ink-soft tabular-nums">{said}</span>
          {known && !disabled ? (
            <IconButton
              size="sm"
              label={t('emotionClear', { name: label })}
              icon={<X size={14} />}
              onClick={() => onChange(null)}
            />
          ) : null}
        </span>
      </div>
      <div className="flex items-center gap-2">
        <svg viewBox="0 0 28 28" className="size-7 shrink-0" aria-hidden="true" opacity={known ? 1 : 0.35}>
          <Face value={value ?? 0} x={14} y={14} radius={13} />
        </svg>
        <Slider.Root
          min={minEmotion}
          max={maxEmotion}
          step={0.1}
          value={[value ?? 0]}
          disabled={disabled}
          onValueChange={([next]) => setDraft(next ?? null)}
          onValueCommit={([next]) => {
            setDraft(null);
            if (next !== undefined) onChange(next);
          }}
          className="relative flex h-8 flex-1 touch-none select-none items-center pointer-coarse:h-11"
        >
          <Slider.Track className="relative h-1 flex-1 rounded-full bg-line-strong/40">
            <span className="absolute top-1/2 left-1/2 h-3 w-px -translate-y-1/2 bg-line-strong" />
          </Slider.Track>
          <Slider.Thumb
            aria-label={t('emotionOf', { name: label })}
            aria-valuetext={said}
            className={`block size-5 rounded-full border-2 bg-surface shadow-card ${known ? 'border-ink' : 'border-line-strong'}`}
          />
        </Slider.Root>
      </div>
    </div>
  );
}
