'use client';

import { CopyButton } from '@/components/ui/CopyButton';
import { controlClass } from '@/components/ui/Field';

/** A text to copy, in a line. `name`: what it is; `label`: what the button says, where copying it is not the main thing. */
export function CopyLine({ name, text, label }: { name: string; text: string; label?: string }) {
  return (
    <div className="flex gap-2">
      <input
        readOnly
        value={text}
        aria-label={name}
        onFocus={(event) => event.target.select()}
        className={`${controlClass} h-9 min-w-0 flex-1 text-sm pointer-coarse:h-11`}
      />
      <CopyButton text={text} {...(label ? { label } : { variant: 'primary' })} />
    </div>
  );
}
