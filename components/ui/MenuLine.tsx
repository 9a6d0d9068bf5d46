import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Kbd } from './Kbd';

export type MenuLineProps = {
  icon?: ReactNode;
  shortcut?: string | undefined;
  /** A second, quieter line. */
  hint?: ReactNode;
  checked?: boolean | undefined;
  children: ReactNode;
};

/** What stands in one line of a menu, in a drop-down as in a context menu. */
export function MenuLine({ icon, shortcut, hint, checked, children }: MenuLineProps) {
  return (
    <>
      {icon ? (
        <span className="text-ink-soft [&_svg]:size-4" aria-hidden="true">
          {icon}
        </span>
      ) : null}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{children}</span>
        {hint ? <span className="block text-ink-faint text-xs">{hint}</span> : null}
      </span>
      {checked ? <Check className="size-4" aria-hidden="true" /> : null}
      {shortcut ? <Kbd keys={shortcut} /> : null}
    </>
  );
}
