'use client';

import clsx from 'clsx';
import * as Primitive from 'radix-ui/context-menu';
import type { ReactElement, ReactNode } from 'react';
import { menuClass } from './floatingClass';
import { menuParts } from './menuParts';

type Props = {
  /** The element on which it opens: by right click, long press or the menu key. Takes a ref and handlers. */
  trigger: ReactElement;
  onOpenChange?: (open: boolean) => void;
  disabled?: boolean;
  /** Told when it opens: why some of its lines are dimmed. */
  description?: string | undefined;
  className?: string;
  children: ReactNode;
};

/** A menu that opens where the pointer is. Never the only way to an action: not everybody finds it. */
export function ContextMenu({ trigger, onOpenChange, disabled, description, className, children }: Props) {
  return (
    <Primitive.Root onOpenChange={onOpenChange} modal={false}>
      <Primitive.Trigger asChild disabled={disabled}>
        {trigger}
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content collisionPadding={8} aria-description={description} className={clsx(menuClass, className)}>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

const parts = menuParts(Primitive);
/** One action. */
export const ContextMenuItem = parts.Item;
/** A setting that is on or off. */
export const ContextMenuCheckItem = parts.CheckItem;
/** A choice of one among a few. */
export const ContextMenuChoice = parts.Choice;
/** A menu inside the menu. */
export const ContextMenuSub = parts.Sub;
/** A heading over a group of lines. */
export const ContextMenuLabel = parts.Label;
/** A rule between groups. */
export const ContextMenuSeparator = parts.Separator;
