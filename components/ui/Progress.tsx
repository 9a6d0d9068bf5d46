import clsx from 'clsx';

/** How far something is: 0 … 1, or null while nobody knows. */
export function Progress({ label, value, className }: { label: string; value: number | null; className?: string }) {
  const percent = value === null ? null : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent ?? undefined}
      className={clsx('h-1 overflow-hidden rounded-full bg-line', className)}
    >
      <div
        className={clsx('h-full rounded-full bg-ink transition-[width]', percent === null && 'w-1/3 animate-pulse')}
        style={percent === null ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
}
