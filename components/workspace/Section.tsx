import type { ReactNode } from 'react';

/** A titled part of a settings page. */
export function Section({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-x-10 gap-y-4 border-line border-t py-8 md:grid-cols-[16rem_1fr]">
      <div>
        <h2 className="font-semibold text-lg">{title}</h2>
        {lead ? <p className="mt-1 text-pretty text-ink-soft text-sm">{lead}</p> : null}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
