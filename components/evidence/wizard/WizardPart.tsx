import { type ReactNode, useId } from 'react';
import { Spinner } from '@/components/ui/Spinner';

type Props = { number: number; title: string; lead: string; isBusy?: boolean; children: ReactNode };

/** One of the parts into which looking at a file falls. */
export function WizardPart({ number, title, lead, isBusy = false, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} aria-busy={isBusy} className="border-line border-t py-8 first:mt-4">
      <h2 id={id} className="flex items-center gap-3 font-semibold text-lg">
        <span
          aria-hidden="true"
          className="inline-flex size-7 items-center justify-center rounded-full bg-surface-sunken text-sm inset-ring inset-ring-line-strong"
        >
          {number}
        </span>
        {title}
        {isBusy ? <Spinner className="text-ink-soft" /> : null}
      </h2>
      <p className="mt-1 mb-5 max-w-prose text-pretty text-ink-soft">{lead}</p>
      {children}
    </section>
  );
}
