'use client';

import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/Dialog';
import { TextField } from '@/components/ui/TextField';
import { useReadable } from '../../session/useReadable';
import { useCanvas, useMapIndex } from '../CanvasContext';
import { connectSteps } from '../interaction/connectSteps';
import { afterMenu } from '../menu/afterMenu';

/** Makes a transition by choosing its target from a list: what drawing it by the pointer does. */
export function ConnectDialog() {
  const { connecting } = useCanvas();
  const stepId = useReadable(connecting);
  return stepId === null ? null : <OpenDialog key={stepId} stepId={stepId} />;
}

type Target = { key: string; to: string | null; label: string };

function useTargets(stepId: string, search: string): Target[] {
  const t = useTranslations('editor.connect');
  const names = useTranslations('editor');
  const { map } = useMapIndex();
  const wanted = search.trim().toLowerCase();
  const steps = map.steps
    .filter(({ id }) => id !== stepId)
    .map(({ id, number, title }): Target => {
      const shown = title.trim() === '' ? names('canvas.untitled') : title;
      return { key: id, to: id, label: names('canvas.menu.stepOption', { number, title: shown }) };
    });
  const all: Target[] = [{ key: 'out', to: null, label: t('out') }, ...steps, { key: 'itself', to: stepId, label: t('itself') }];
  return wanted === '' ? all : all.filter(({ label }) => label.toLowerCase().includes(wanted));
}

function OpenDialog({ stepId }: { stepId: string }) {
  const t = useTranslations('editor.connect');
  const names = useTranslations('editor.canvas');
  const canvas = useCanvas();
  const { stepRecords } = useMapIndex();
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const targets = useTargets(stepId, search);
  const step = stepRecords.get(stepId);
  const close = (): void => canvas.connecting.set(null);
  const choose = (target: Target | undefined): void => {
    if (!target) return;
    close();
    afterMenu(canvas, () => connectSteps(canvas.context(), stepId, target.to));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: targets.length - 1 };
    const next = moves[event.key];
    if (event.key === 'Enter') choose(targets[at]);
    else if (next !== undefined && targets.length > 0) setAt((next + targets.length) % targets.length);
    else return;
    event.preventDefault();
  };
  if (!step) return null;
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => {
        if (!open) close();
      }}
      title={t('title', { number: step.number })}
      description={t('text', { title: step.title.trim() || names('untitled') })}
    >
      <TextField
        label={t('search')}
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={targets[at] ? `${listId}-${at}` : undefined}
        autoComplete="off"
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={t('list')} className="mt-3 max-h-[40dvh] overflow-y-auto">
        {targets.map((target, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys, as in every combobox.
          <div
            key={target.key}
            id={`${listId}-${index}`}
            ref={(element) => {
              if (index === at) element?.scrollIntoView({ block: 'nearest' });
            }}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="flex min-h-9 cursor-pointer items-center rounded-md px-3 text-sm hover:bg-hover aria-selected:bg-accent-soft pointer-coarse:min-h-11"
            onClick={() => choose(target)}
          >
            {target.label}
          </div>
        ))}
      </div>
      {targets.length === 0 ? <p className="mt-3 text-ink-soft text-sm">{t('none')}</p> : null}
    </Dialog>
  );
}
