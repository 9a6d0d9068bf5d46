'use client';

import clsx from 'clsx';
import { Check } from 'lucide-react';
import * as Radio from 'radix-ui/radio-group';
import { useTranslations } from 'use-intl';
import { type CardColour, cardColours, isCardColour } from '@/lib/map/layout/palette';

type Props = {
  label: string;
  /** A palette name, or null where the kind decides. */
  value: string | null;
  /** Offers "automatic" as the first choice. */
  automatic?: boolean;
  disabled?: boolean;
  onChange: (colour: CardColour | null) => void;
};

/** The palette's tints as a row of swatches; arrow keys move the choice. */
export function ColourChoice({ label, value, automatic = false, disabled, onChange }: Props) {
  const names = useTranslations('editor.canvas.menu.colourOf');
  const current = value !== null && isCardColour(value) ? value : automatic ? 'auto' : 'plain';
  return (
    <Radio.Root
      aria-label={label}
      value={current}
      disabled={disabled}
      orientation="horizontal"
      onValueChange={(chosen) => onChange(isCardColour(chosen) ? chosen : null)}
      className="flex flex-wrap gap-1.5"
    >
      {automatic ? (
        <Radio.Item
          value="auto"
          className="h-6 rounded-full border border-line-strong px-2 font-medium text-ink-soft text-xs data-[state=checked]:border-ink data-[state=checked]:text-ink disabled:opacity-60 pointer-coarse:h-9"
        >
          {names('auto')}
        </Radio.Item>
      ) : null}
      {cardColours.map((colour) => (
        <Radio.Item
          key={colour}
          value={colour}
          aria-label={names(colour)}
          title={names(colour)}
          className={clsx(
            'inline-flex size-6 items-center justify-center rounded-full border disabled:opacity-60 pointer-coarse:size-9',
            current === colour ? 'border-ink' : 'border-line-strong',
          )}
          style={{ background: `var(--card-${colour})` }}
        >
          {current === colour ? <Check size={14} aria-hidden="true" className="text-ink" /> : null}
        </Radio.Item>
      ))}
    </Radio.Root>
  );
}
