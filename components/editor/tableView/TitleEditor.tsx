'use client';

import { controlClass } from '@/components/ui/Field';
import type { TextReference } from '@/lib/document/textReference';
import { SharedText } from '../text/SharedText';
import { useTable } from './TableContext';

type Props = { reference: TextReference; label: string; placeholder: string; all: boolean };

/** A title in an open cell. Several people may write in it at once. */
export function TitleEditor({ reference, label, placeholder, all }: Props) {
  const { close } = useTable();
  return (
    <SharedText
      reference={reference}
      label={label}
      placeholder={placeholder}
      singleLine
      focusAt={all ? 'all' : 'end'}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        close({ stay: true });
      }}
      className={`${controlClass} px-2! py-1 text-sm leading-5`}
    />
  );
}
