import type { ReactNode } from 'react';

type Props = {
  title: string;
  /** Stands at the right of the title: an add button, a switch. */
  action?: ReactNode;
  children?: ReactNode;
};

/** One part of the panel, under a heading. */
export function Section({ title, action, children }: Props) {
  return (
    <section className="border-line border-t px-4 py-4 first:border-t-0">
      <div className="flex min-h-7 items-center justify-between gap-2">
        <h3 className="font-semibold text-sm">{title}</h3>
        {action}
      </div>
      {children ? <div className="mt-2 space-y-3">{children}</div> : null}
    </section>
  );
}
