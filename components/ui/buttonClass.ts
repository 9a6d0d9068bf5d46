import clsx from 'clsx';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-primary text-primary-ink hover:bg-primary-hover',
  secondary: 'border border-line-strong bg-surface text-ink hover:bg-hover active:bg-pressed',
  ghost: 'text-ink hover:bg-hover active:bg-pressed aria-expanded:bg-hover aria-pressed:bg-pressed',
  danger: 'bg-danger text-danger-ink hover:bg-danger-hover',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'h-7 gap-1.5 rounded-md px-2.5 text-sm pointer-coarse:h-9',
  md: 'h-9 gap-2 rounded-md px-3.5 text-sm pointer-coarse:h-11',
  lg: 'h-11 gap-2 rounded-lg px-5 text-base',
};

/** How a button looks, for elements that act like one but are something else (a link, a label). Secondary, medium by default. */
export function buttonClass(
  look: { variant?: ButtonVariant | undefined; size?: ButtonSize | undefined; className?: string | undefined } = {},
): string {
  return clsx(
    'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap font-semibold no-underline transition-colors duration-100',
    'disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:shrink-0',
    variants[look.variant ?? 'secondary'],
    sizes[look.size ?? 'md'],
    look.className,
  );
}
