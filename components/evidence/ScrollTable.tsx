import type { ReactNode } from 'react';

/** A table that may be wider than the page: scrolled by pointer, finger, and by arrow keys once it has the focus. */
export function ScrollTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-lg border border-line bg-surface"
    >
      <table className="w-full border-collapse text-left text-sm tabular-nums">{children}</table>
    </section>
  );
}

export const headCell =
  'whitespace-nowrap border-line border-b bg-surface-sunken px-3 py-2 text-left align-bottom font-semibold text-xs';
export const bodyCell = 'border-line border-t px-3 py-2 align-top';
