import type { Undo } from '@/lib/document/undo';
import type { Readable } from './readable';

/** An undo that takes nothing back while the page may not write, as while a version is shown: whoever asks for it looks at something else. */
export function undoWhile(canWrite: Readable<boolean>, undo: Undo): Undo {
  return {
    ...undo,
    undo: () => canWrite.get() && undo.undo(),
    redo: () => canWrite.get() && undo.redo(),
  };
}
