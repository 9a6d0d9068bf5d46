'use client';

import clsx from 'clsx';
import type { ComponentProps } from 'react';
import { controlClass, Field, type FieldTexts } from './Field';

type Props = FieldTexts & ComponentProps<'input'>;

/** A line of text with its label, hint and error. */
export function TextField({ label, labelHidden, hint, error, className, id, ...input }: Props) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} id={id}>
      {(control) => <input {...input} {...control} className={clsx(controlClass, 'h-10 pointer-coarse:h-11', className)} />}
    </Field>
  );
}
