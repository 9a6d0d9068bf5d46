'use client';

import { BringBackButton } from './BringBackButton';
import { useIsOffered, useSelectedParts } from './useBringBack';

/** In the details: brings back what is selected of the version that is shown; nothing otherwise. */
export function BringBackLine() {
  const isOffered = useIsOffered();
  const parts = useSelectedParts();
  if (!isOffered || parts.length === 0) return null;
  return (
    <div className="shrink-0 border-line border-b px-4 py-2">
      <BringBackButton />
    </div>
  );
}
