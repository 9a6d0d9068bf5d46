/**
 * What a map is, in one small drawing: stages, an emotion that goes down and up, and the moment at which the customer stays or leaves.
 * Decoration; hide it from screen readers.
 */
export function PathPicture({ width = 320 }: { width?: number }) {
  return (
    <svg viewBox="0 0 320 120" width={width} className="h-auto max-w-full" fill="none" aria-hidden="true">
      <g fill="var(--band)">
        <path d="M4 4h72l8 10-8 10H4z" />
        <path d="M84 4h110l8 10-8 10H84l8-10z" />
        <path d="M202 4h106l8 10-8 10H202l8-10z" />
      </g>
      <g stroke="var(--line)">
        <path d="M4 44h312M4 70h312M4 96h312" />
      </g>
      <path d="M40 62C66 66 74 84 104 88s44-30 68-22 30 36 52 26 30-48 58-46" stroke="var(--ink)" strokeWidth="2" />
      <g fill="var(--surface)" stroke="var(--ink)" strokeWidth="2">
        <circle cx="40" cy="62" r="4.5" />
        <circle cx="104" cy="88" r="4.5" />
        <circle cx="164" cy="64" r="4.5" />
        <circle cx="282" cy="46" r="4.5" />
      </g>
      <path d="m220 83 10 10-10 10-10-10z" fill="var(--moment)" />
      <path d="m216.5 89.5 7 7m0-7-7 7" stroke="var(--paper)" strokeWidth="1.75" strokeLinecap="round" />
    </svg>
  );
}
