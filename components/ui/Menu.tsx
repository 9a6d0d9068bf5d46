'use client';

import clsx from 'clsx';
import * as Primitive from 'radix-ui/dropdown-menu';
import type { ReactElement, ReactNode } from 'react';
import { menuClass } from './floatingClass';
import { menuParts } from './menuParts';

type Props = {
  /** One element that opens it; takes a ref and handlers. */
  trigger: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Called once it is gone and would give the focus back to its button, unless that is prevented. */
  onCloseAutoFocus?: (event: Event) => void;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  className?: string;
  children: ReactNode;
};

/** A menu that opens at a button. Holds `MenuItem`, `MenuCheckItem`, `MenuChoice`, `MenuSub`, `MenuLabel`, `MenuSeparator`. */
export function Menu({
  trigger,
  open,
  onOpenChange,
  onCloseAutoFocus,
  align = 'start',
  side = 'bottom',
  className,
  children,
}: Props) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={clsx(menuClass, className)}
          {...(onCloseAutoFocus && { onCloseAutoFocus })}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

const parts = menuParts(Primitive);
/** One action. */
export const MenuItem = parts.Item;
/** A setting that is on or off. */
export const MenuCheckItem = parts.CheckItem;
/** A choice of one among a few. */
export const MenuChoice = parts.Choice;
/** A menu inside the menu. */
export const MenuSub = parts.Sub;
/** A heading over a group of lines. */
export const MenuLabel = parts.Label;
/** A rule between groups. */
export const MenuSeparator = parts.Separator;
