import type { ReactNode } from 'react';

type Props = {
  /** None for the first part, which the panel's own heading stands over. */
  title?: string;
  /** Stands at the right of the title: an add button, a switch. */
  action?: ReactNode;
  children?: ReactNode;
};

/** One part of the panel. */
export function Section({ title, action, children }: Props) {
  return (
    <section className="border-line border-t px-4 py-4 first:border-t-0">
      {title ? (
        <div className="mb-2 flex min-h-7 items-center justify-between gap-2">
          <h3 className="font-semibold text-sm">{title}</h3>
          {action}
        </div>
      ) : null}
      {children ? <div className="space-y-3">{children}</div> : null}
    </section>
  );
}
