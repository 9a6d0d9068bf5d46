'use client';

import * as Primitive from 'radix-ui/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './Kbd';

/** Wraps the application once, so that moving from one tooltip to the next does not wait again. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Primitive.Provider delayDuration={500} skipDelayDuration={200}>
      {children}
    </Primitive.Provider>
  );
}

type Props = {
  label: ReactNode;
  /** A keyboard shortcut to show, for example `Ctrl Z`: keys separated by blanks. */
  shortcut?: string | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** One element that takes a ref and handlers. It needs a name of its own: a tooltip is not shown on touch. */
  children: ReactElement;
};

/** A short hint at the pointer's or the keyboard focus's place. */
export function Tooltip({ label, shortcut, side = 'bottom', children }: Props) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-60 flex max-w-72 animate-fade-in items-center gap-2 rounded-md bg-primary px-2 py-1 text-primary-ink text-xs shadow-float"
        >
          {label}
          {shortcut ? <Kbd keys={shortcut} inverted /> : null}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
