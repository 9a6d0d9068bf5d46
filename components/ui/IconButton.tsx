'use client';

import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonVariant, buttonClass } from './buttonClass';
import { Spinner } from './Spinner';
import { Tooltip } from './Tooltip';

type Props = Omit<ComponentProps<'button'>, 'children'> & {
  /** What it does: its accessible name and its tooltip. */
  label: string;
  icon: ReactNode;
  shortcut?: string;
  variant?: ButtonVariant;
  size?: 'sm' | 'md' | 'lg';
  busy?: boolean;
  tooltipSide?: 'top' | 'right' | 'bottom' | 'left';
};

const widths = { sm: 'w-7 px-0 pointer-coarse:w-9', md: 'w-9 px-0 pointer-coarse:w-11', lg: 'w-11 px-0' };

/** A square button with an icon only. Passes a ref and props on, so it can be the trigger of a menu or popover (`asChild`). */
export function IconButton({
  label,
  icon,
  shortcut,
  variant = 'ghost',
  size = 'md',
  busy = false,
  tooltipSide = 'bottom',
  className,
  onClick,
  type = 'button',
  ...rest
}: Props) {
  return (
    <Tooltip label={label} shortcut={shortcut} side={tooltipSide}>
      <button
        {...rest}
        type={type}
        aria-label={label}
        aria-disabled={busy || rest['aria-disabled'] || undefined}
        className={buttonClass({ variant, size, className: clsx(widths[size], className) })}
        onClick={(event) => {
          if (busy) event.preventDefault();
          else onClick?.(event);
        }}
      >
        {busy ? <Spinner /> : icon}
      </button>
    </Tooltip>
  );
}
