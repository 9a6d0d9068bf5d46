'use client';

import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId } from 'react';

export type FieldTexts = {
  label: ReactNode;
  /** Hides the label from sight; it stays the accessible name. */
  labelHidden?: boolean;
  hint?: ReactNode;
  /** What is wrong with the value. Shown under the field and announced. */
  error?: ReactNode;
};

/** What the control inside a field needs to be tied to its label, hint and error. */
export type FieldControl = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };

/** The look of a control that one types into or chooses from. 16 px on touch screens, where less would zoom the page. */
export const controlClass =
  'w-full rounded-md border border-line-strong bg-surface px-3 text-base text-ink pointer-coarse:text-[1rem] placeholder:text-ink-faint ' +
  'hover:border-ink-soft aria-invalid:border-danger disabled:opacity-60 focus-visible:outline-offset-0';

/** Label, control, hint and error of one field. */
export function Field({
  label,
  labelHidden,
  hint,
  error,
  id: givenId,
  children,
}: FieldTexts & { id?: string | undefined; children: (control: FieldControl) => ReactNode }) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'mb-1 block font-semibold text-sm'}>
        {label}
      </label>
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? true : undefined })}
      {error ? (
        <p id={`${id}-error`} role="alert" className="mt-1.5 flex items-start gap-1.5 text-danger text-sm">
          <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
          <span>{error}</span>
        </p>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className="mt-1 text-ink-faint text-sm">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
