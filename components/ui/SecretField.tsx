'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { CopyButton } from './CopyButton';
import { controlClass } from './Field';

type Props = { value: string; label: string; copyLabel?: string; children?: ReactNode };

/** What is shown this once, to copy; it has the focus, as what was pressed for it may be gone. `children`: what else can be done with it. */
export function SecretField({ value, label, copyLabel, children }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <div className="flex flex-wrap gap-2">
      <input
        ref={field}
        readOnly
        value={value}
        aria-label={label}
        autoComplete="off"
        spellCheck={false}
        onFocus={(event) => event.target.select()}
        className={`${controlClass} h-9 min-w-0 flex-1 basis-56 font-mono text-sm pointer-coarse:h-11`}
      />
      <CopyButton text={value} variant="primary" {...(copyLabel === undefined ? {} : { label: copyLabel })} />
      {children}
    </div>
  );
}
