'use client';

import clsx from 'clsx';
import * as Primitive from 'radix-ui/popover';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { floatingClass } from './floatingClass';

type Props = {
  /** One element that opens it; takes a ref and handlers. Leave it out and give `anchor` to open it from elsewhere. */
  trigger?: ReactElement;
  /** An element beside which it opens. */
  anchor?: ReactElement;
  /** Its accessible name. */
  label: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  side?: 'top' | 'right' | 'bottom' | 'left';
  align?: 'start' | 'center' | 'end';
  onCloseAutoFocus?: ComponentProps<typeof Primitive.Content>['onCloseAutoFocus'];
  className?: string;
  children: ReactNode;
};

/** A small panel beside something; the page stays usable. */
export function Popover({
  trigger,
  anchor,
  label,
  open,
  onOpenChange,
  side = 'bottom',
  align = 'start',
  onCloseAutoFocus,
  className,
  children,
}: Props) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {anchor ? <Primitive.Anchor asChild>{anchor}</Primitive.Anchor> : null}
      {trigger ? <Primitive.Trigger asChild>{trigger}</Primitive.Trigger> : null}
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={onCloseAutoFocus}
          className={clsx(
            floatingClass,
            'max-h-(--radix-popper-available-height) w-72 max-w-[calc(100vw-1rem)] overflow-y-auto p-3',
            className,
          )}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** Closes the popover around it when its child is pressed. */
export function PopoverClose({ children }: { children: ReactElement }) {
  return <Primitive.Close asChild>{children}</Primitive.Close>;
}
