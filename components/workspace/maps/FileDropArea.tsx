'use client';

import { FileDown } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';

const carriesFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

type Props = {
  onFile: (file: File) => void;
  /** What becomes of the file; a map, unless told otherwise. */
  title?: string;
  hint?: string;
};

/** Takes a file that is dropped anywhere on the page, and shows while one is being dragged that it may be let go. */
export function FileDropArea({ onFile, title, hint }: Props) {
  const t = useTranslations('workspace.newMap');
  const [over, setOver] = useState(false);
  const take = useEffectEvent(onFile);

  useEffect(() => {
    // Entering a child fires before leaving its parent: only the balance says whether the pointer is still on the page.
    let depth = 0;
    const onEnter = (event: DragEvent) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      depth += 1;
      setOver(true);
    };
    const onOver = (event: DragEvent) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    };
    const onLeave = (event: DragEvent) => {
      if (!carriesFile(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) take(file);
    };
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);

  if (!over) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-80 animate-fade-in bg-paper/90 p-4 sm:p-8" aria-hidden="true">
      <div className="flex h-full flex-col items-center justify-center gap-3 rounded-xl border-2 border-ink border-dashed text-center">
        <FileDown size={32} />
        <p className="font-bold text-xl">{title ?? t('dropTitle')}</p>
        <p className="text-ink-soft">{hint ?? t('dropHint')}</p>
      </div>
    </div>
  );
}
