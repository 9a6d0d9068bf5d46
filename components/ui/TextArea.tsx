'use client';

import clsx from 'clsx';
import type { ComponentProps } from 'react';
import { controlClass, Field, type FieldTexts } from './Field';

type Props = FieldTexts & ComponentProps<'textarea'>;

/** Several lines of text with label, hint and error; grows with its content where the browser can. */
export function TextArea({ label, labelHidden, hint, error, className, id, rows = 3, ...textarea }: Props) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} id={id}>
      {(control) => (
        <textarea
          {...textarea}
          {...control}
          rows={rows}
          className={clsx(controlClass, 'field-sizing-content min-h-20 resize-y py-2', className)}
        />
      )}
    </Field>
  );
}
