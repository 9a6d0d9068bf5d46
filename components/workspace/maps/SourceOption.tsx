'use client';

import clsx from 'clsx';
import * as Primitive from 'radix-ui/radio-group';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Outline } from '@/lib/map/templates/outline';
import { CurvePreview } from '../templates/CurvePreview';

type Props = {
  value: string;
  title: string;
  text: string;
  /** Drawn, with the size in words below the text. */
  outline?: Outline;
  /** Instead of an outline. */
  icon?: ReactNode;
  /** Stands in the upper corner, beside the radio button and not inside of it. */
  menu?: ReactNode;
};

/** One thing that a new map can start from. */
export function SourceOption({ value, title, text, outline, icon, menu }: Props) {
  const t = useTranslations('templates.choice');
  return (
    <div className="relative flex">
      <Primitive.Item
        value={value}
        // The dialog gives the focus to what is chosen, not to the search above.
        data-autofocus
        className="flex w-full flex-col gap-2 rounded-lg p-3 text-left inset-ring inset-ring-line transition-colors hover:bg-hover data-[state=checked]:bg-surface-sunken data-[state=checked]:inset-ring-2 data-[state=checked]:inset-ring-ink"
      >
        {outline ? <CurvePreview curve={outline.curve} /> : null}
        <span className="flex items-start gap-3">
          {icon ? (
            <span className="mt-0.5 text-ink-soft" aria-hidden="true">
              {icon}
            </span>
          ) : null}
          <span className={clsx('min-w-0 flex-1', menu && !outline && 'pr-8')}>
            <span className="block break-words font-semibold">{title}</span>
            {text === '' ? null : <span className="block break-words text-ink-soft text-sm">{text}</span>}
            {outline ? (
              <span className="mt-1 block text-ink-faint text-sm">
                {t('size', { steps: outline.steps, moments: outline.moments })}
              </span>
            ) : null}
          </span>
        </span>
      </Primitive.Item>
      {menu ? <div className="absolute top-1.5 right-1.5">{menu}</div> : null}
    </div>
  );
}
