'use client';

import dynamic from 'next/dynamic';
import { type RefObject, Suspense, useLayoutEffect, useRef } from 'react';
import { useWorkshopActions } from '../workshop/useWorkshopActions';
import type { ShellAction } from './usePaletteActions';

// Its program comes when it is asked for.
const CommandPalette = dynamic(() => import('./CommandPalette').then((module) => module.CommandPalette));

type Props = { shellActions: readonly ShellAction[]; onOpenChange: (open: boolean) => void };

/** All commands, by Ctrl+K. What is typed while their program comes is what is looked for then. */
export function PaletteDialog({ shellActions, onOpenChange }: Props) {
  const workshopActions = useWorkshopActions();
  const typed = useRef('');
  return (
    <Suspense fallback={<TypedAhead typed={typed} onClose={() => onOpenChange(false)} />}>
      <CommandPalette shellActions={[...shellActions, ...workshopActions]} typed={typed} onOpenChange={onOpenChange} />
    </Suspense>
  );
}

/** Keeps what is typed before there is a field for it; on the map it would be written onto a card. */
function TypedAhead({ typed, onClose }: { typed: RefObject<string>; onClose: () => void }) {
  const close = useRef(onClose);
  close.current = onClose;
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.isComposing) return;
      if (event.key === 'Escape') close.current();
      else if (event.key === 'Backspace') typed.current = typed.current.slice(0, -1);
      else if (event.key.length === 1) typed.current += event.key;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [typed]);
  return null;
}
