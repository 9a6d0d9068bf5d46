/** Answers that come together into a figure with its interval. Decoration; hide it from screen readers. */
export function EvidencePicture() {
  return (
    <svg width="200" height="96" viewBox="0 0 200 96" fill="none" aria-hidden="true">
      <g className="stroke-line-strong" strokeWidth="1.5">
        <rect x="8.75" y="10.75" width="58" height="20" rx="5" className="fill-surface" />
        <rect x="22.75" y="38.75" width="58" height="20" rx="5" className="fill-surface" />
        <rect x="8.75" y="66.75" width="58" height="20" rx="5" className="fill-surface" />
      </g>
      <g className="stroke-ink-soft" strokeWidth="2" strokeLinecap="round">
        <path d="M17 20.5h24M17 76.5h34M31 48.5h18" />
      </g>
      <path d="M92 20c16 0 12 28 26 28M92 76c16 0 12-28 26-28M96 48h22" className="stroke-line-strong" strokeWidth="1.5" />
      <path d="M132 48h56M132 40v16M188 40v16" className="stroke-evidence" strokeWidth="2" strokeLinecap="round" />
      <circle cx="164" cy="48" r="7" className="fill-evidence" />
    </svg>
  );
}
