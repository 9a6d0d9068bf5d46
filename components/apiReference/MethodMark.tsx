import clsx from 'clsx';

const tones: Record<string, string> = {
  GET: 'bg-surface-sunken text-ink-soft inset-ring inset-ring-line',
  POST: 'bg-success-soft text-success',
  PATCH: 'bg-warning-soft text-warning',
  DELETE: 'bg-danger-soft text-danger',
};

/** A request's method; `small` in the contents, where only its beginning has room. */
export function MethodMark({ method, small = false }: { method: string; small?: boolean }) {
  return (
    <span
      className={clsx(
        'inline-flex shrink-0 items-center justify-center rounded font-mono font-semibold',
        small ? 'h-4.5 w-10 text-[0.625rem]' : 'h-6 px-2 text-xs',
        tones[method],
      )}
    >
      {small && method === 'DELETE' ? 'DEL' : method}
    </span>
  );
}
