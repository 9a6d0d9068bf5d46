'use client';

import clsx from 'clsx';
import { Check, CircleAlert, CloudOff, Eye, LoaderCircle, type LucideIcon, RotateCw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Popover } from '@/components/ui/Popover';
import { useEditor, useSaveState } from '../session/EditorContext';
import { useReopenWords } from './useReopenWords';
import { useSaveWords } from './useSaveWords';
import { useSteadySaveState } from './useSteadySaveState';

const looks: Record<string, { Icon: LucideIcon; className: string }> = {
  loading: { Icon: LoaderCircle, className: 'text-ink-faint' },
  saved: { Icon: Check, className: 'text-ink-faint' },
  saving: { Icon: LoaderCircle, className: 'text-ink-faint' },
  offline: { Icon: CloudOff, className: 'text-warning' },
  notSaved: { Icon: CircleAlert, className: 'text-danger' },
  readOnly: { Icon: Eye, className: 'text-ink-faint' },
  reloadNeeded: { Icon: RotateCw, className: 'text-danger' },
  noAccess: { Icon: CircleAlert, className: 'text-danger' },
};

const turning = new Set(['loading', 'saving']);

/** Where one's edits are, always in words; press it for what that means. */
export function SaveIndicator() {
  const t = useTranslations('sync');
  const { session } = useEditor();
  const state = useSteadySaveState(useSaveState());
  const words = useSaveWords(state);
  const reopening = useReopenWords(state);
  // On a narrow screen only what is not as it should be takes room for words.
  const isCalm = state.kind === 'saved' || state.kind === 'saving' || state.kind === 'loading';
  const { Icon, className } = looks[state.kind] ?? { Icon: Check, className: 'text-ink-faint' };
  return (
    <Popover
      label={words.short}
      align="center"
      trigger={
        <button
          type="button"
          data-save-state={state.kind}
          data-unsaved={'changes' in state ? state.changes : 0}
          className={clsx(
            'inline-flex h-9 min-w-9 max-w-72 shrink items-center justify-center gap-1.5 rounded-md px-2 font-medium text-sm hover:bg-hover pointer-coarse:h-11',
            className,
          )}
        >
          <Icon className={clsx('size-4 shrink-0', turning.has(state.kind) && 'animate-spin-slow')} aria-hidden="true" />
          <span className={clsx('truncate', isCalm ? 'max-lg:sr-only' : 'max-sm:sr-only')}>{words.short}</span>
        </button>
      }
    >
      <p className="font-semibold text-sm">{words.short}</p>
      {[...words.long, ...reopening].map((sentence) => (
        <p key={sentence} className="mt-1 text-ink-soft text-sm">
          {sentence}
        </p>
      ))}
      {state.kind === 'offline' ? (
        <Button size="sm" className="mt-3" onClick={() => session.retry()}>
          {t('retry')}
        </Button>
      ) : null}
    </Popover>
  );
}
