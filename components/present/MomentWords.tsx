import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import { MomentSign } from '@/components/editor/canvas/nodes/signs';
import type { ArrangedStep } from '@/lib/map/arrange';
import { longWords } from './useSlideInput';

/** An all-or-nothing moment: what makes the customer stay, what makes them leave, and how it stands. */
export function MomentWords({ step, title }: { step: ArrangedStep; title: string }) {
  const t = useTranslations('present');
  const gates = useTranslations('canvas.gate');
  const { moment } = step;
  if (!moment) return null;
  return (
    <div
      {...{ [longWords]: true }}
      className="wrap-anywhere absolute inset-x-0 top-0 flex h-[58%] touch-pan-y flex-col gap-4 overflow-y-auto bg-paper px-6 py-6 md:inset-y-0 md:right-auto md:h-auto md:w-[58%] md:justify-center-safe md:gap-8 md:px-16 md:pb-24"
    >
      <div className="flex items-center gap-4 md:gap-8">
        <svg viewBox="0 0 48 48" className="size-14 shrink-0 md:size-28" aria-hidden="true">
          <MomentSign gate={moment.gate} x={24} y={24} radius={22} />
        </svg>
        <div className="min-w-0">
          <p className="font-semibold text-moment text-sm md:text-lg">{t('momentEyebrow')}</p>
          <h2 className="line-clamp-3 text-balance font-bold text-xl leading-tight tracking-tight md:text-4xl">
            {t('momentAt', { number: step.number, title })}
          </h2>
          <p className="mt-1 font-semibold text-ink-soft text-sm md:mt-2 md:text-xl">{gates(moment.gate)}</p>
        </div>
      </div>
      <dl className="grid gap-4 md:grid-cols-2 md:gap-8">
        {(['stays', 'leaves'] as const).map((side) => (
          <div key={side} className={clsx('border-t-4 pt-2 md:pt-4', side === 'stays' ? 'border-positive' : 'border-moment')}>
            <dt className="font-semibold text-ink-soft text-sm md:text-base">{t(side)}</dt>
            <dd
              className={clsx(
                'mt-1 whitespace-pre-line text-pretty text-base leading-snug md:text-2xl',
                moment[side].trim() === '' && 'text-ink-faint',
              )}
            >
              {moment[side].trim() || t('unsaid')}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
