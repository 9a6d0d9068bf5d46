'use client';

import { controlClass } from '@/components/ui/Field';
import type { TextReference } from '@/lib/document/textReference';
import { SharedText } from '../text/SharedText';
import { FieldLabel } from './FieldLabel';

type Props = {
  label: string;
  reference: TextReference;
  placeholder?: string;
  singleLine?: boolean;
  /** Lines that an empty field shows; 1 for a single line. */
  rows?: number;
  maxLength?: number;
};

/** A text of the map in the panel, which several people may type in at once. */
export function TextRow({ label, reference, placeholder, singleLine = false, rows = singleLine ? 1 : 2, maxLength }: Props) {
  return (
    <div>
      <FieldLabel>{label}</FieldLabel>
      <SharedText
        reference={reference}
        label={label}
        placeholder={placeholder}
        singleLine={singleLine}
        rows={rows}
        maxLength={maxLength}
        className={`${controlClass} py-1.5 text-sm leading-5 read-only:border-line read-only:bg-transparent`}
      />
    </div>
  );
}
