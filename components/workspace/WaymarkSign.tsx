/** The sign beside the path: a post with two boards, one pointing on, one back. Decoration; the word stands beside it. */
export function WaymarkSign({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path d="M11 2h2v20h-2z" fill="currentColor" />
      <path d="M5 4h12.2L21 7.5 17.2 11H5z" fill="currentColor" />
      <path d="M19 13H9.2L6 15.75 9.2 18.5H19z" fill="var(--moment)" />
    </svg>
  );
}
