import { ChevronLeft, ChevronRight, ListTree, Maximize2, Minimize2, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';

type Props = {
  number: number;
  count: number;
  canGo: (way: 'next' | 'previous') => boolean;
  onGo: (way: 'next' | 'previous') => void;
  withSteps: boolean;
  onWithSteps: (withSteps: boolean) => void;
  full: boolean;
  /** Null where there is no full screen to be had. */
  onFull: (() => void) | null;
  onClose: () => void;
};

/** The bar at the lower edge: back and on, where one is, step by step, full screen, and the end. */
export function PresentControls({ number, count, canGo, onGo, withSteps, onWithSteps, full, onFull, onClose }: Props) {
  const t = useTranslations('present');
  const arrow = (way: 'previous' | 'next', shortcut: string) => (
    <IconButton
      tooltipSide="top"
      label={t(way)}
      shortcut={shortcut}
      icon={way === 'next' ? <ChevronRight size={20} /> : <ChevronLeft size={20} />}
      aria-disabled={!canGo(way) || undefined}
      onClick={() => onGo(way)}
    />
  );
  return (
    <div
      role="toolbar"
      aria-label={t('controls')}
      data-own-pointer
      className="absolute inset-x-0 bottom-0 flex h-16 items-center gap-1 border-line border-t bg-paper px-3 pb-[env(safe-area-inset-bottom)] md:px-8"
    >
      {arrow('previous', '←')}
      <span className="min-w-16 text-center font-semibold text-ink-soft text-sm tabular-nums">
        {t('counter', { number, count })}
      </span>
      {arrow('next', '→')}
      <span aria-hidden="true" className="mx-3 h-1 min-w-0 flex-1 overflow-hidden rounded-full bg-band">
        <span
          className="block h-full rounded-full bg-ink transition-[width] duration-300 motion-reduce:transition-none"
          style={{ width: `${(100 * number) / Math.max(1, count)}%` }}
        />
      </span>
      <IconButton
        tooltipSide="top"
        label={t('steps')}
        shortcut="S"
        icon={<ListTree size={18} />}
        aria-pressed={withSteps}
        onClick={() => onWithSteps(!withSteps)}
      />
      {onFull ? (
        <IconButton
          tooltipSide="top"
          label={t(full ? 'windowed' : 'fullScreen')}
          shortcut="F"
          icon={full ? <Minimize2 size={18} /> : <Maximize2 size={18} />}
          onClick={onFull}
        />
      ) : null}
      <IconButton tooltipSide="top" label={t('close')} shortcut="Esc" icon={<X size={20} />} onClick={onClose} />
    </div>
  );
}
