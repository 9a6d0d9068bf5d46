'use client';

import clsx from 'clsx';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/Dialog';
import { controlClass } from '@/components/ui/Field';
import { Kbd } from '@/components/ui/Kbd';
import { listActions, type PaletteAction } from './listActions';
import { type ShellAction, usePaletteActions } from './usePaletteActions';

type Props = {
  shellActions: readonly ShellAction[];
  /** What was typed before there was a field for it. */
  typed: RefObject<string>;
  onOpenChange: (open: boolean) => void;
};

/** Every command of the editor with its key, found by typing, performed by Enter. */
export function CommandPalette({ shellActions, typed, onOpenChange }: Props) {
  const t = useTranslations('finding.palette');
  const [query, setQuery] = useState(() => typed.current);
  const [at, setAt] = useState(0);
  const actions = usePaletteActions(shellActions);
  const listId = useId();
  const listed = listActions(actions, query);

  const choose = (action: PaletteAction | undefined): void => {
    if (!action?.possible) return;
    onOpenChange(false);
    // The dialog gives the focus back in a timer; what the command opens keeps it only after that.
    setTimeout(() => setTimeout(action.run));
  };
  const moves: Record<string, (count: number) => number> = {
    ArrowDown: (count) => (at + 1) % count,
    ArrowUp: (count) => (at - 1 + count) % count,
    PageDown: (count) => Math.min(count - 1, at + 8),
    PageUp: () => Math.max(0, at - 8),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const move = moves[event.key];
    if (move && listed.length > 0) setAt(move(listed.length));
    else if (event.key === 'Enter') choose(listed[at]);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog open onOpenChange={onOpenChange} title={t('title')}>
      <input
        role="combobox"
        data-autofocus
        aria-label={t('label')}
        aria-expanded={listed.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={listed.length > 0 ? `${listId}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={t('hint')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        className={clsx(controlClass, 'sticky top-0 z-10 h-10 pointer-coarse:h-11')}
      />
      <div id={listId} role="listbox" aria-label={t('commands')} className="mt-2 min-h-[40dvh]">
        {listed.map((action, index) => (
          <ActionRow
            key={action.id}
            id={`${listId}-${index}`}
            action={action}
            here={index === at}
            note={t('notNow')}
            onChoose={() => choose(action)}
          />
        ))}
      </div>
      {listed.length === 0 ? <p className="-mt-[40dvh] py-3 text-ink-soft text-sm">{t('none')}</p> : null}
      <p role="status" className="sr-only">
        {query === '' ? '' : t('count', { count: listed.length })}
      </p>
    </Dialog>
  );
}

type RowProps = { id: string; action: PaletteAction; here: boolean; note: string; onChoose: () => void };

function ActionRow({ id, action, here, note, onChoose }: RowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (here) row.current?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here.
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={here}
      aria-disabled={!action.possible || undefined}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className={clsx(
        'flex min-h-9 scroll-mt-14 items-center gap-4 rounded-md px-3 py-1 text-sm pointer-coarse:min-h-11',
        action.possible ? 'cursor-pointer hover:bg-hover' : 'cursor-default text-ink-faint',
        here && 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]',
      )}
    >
      <span className="min-w-0 flex-1">
        {action.title}
        {action.possible ? null : <span className="sr-only">, {note}</span>}
      </span>
      {action.keys ? <Kbd keys={action.keys} /> : null}
    </div>
  );
}
