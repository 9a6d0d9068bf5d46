import { fileTargetOf } from '../files/fileTargets';
import type { Command, CommandContext } from './command';

/** Opens the file chooser, for the card or cell that is selected. */
export const addFile: Command = {
  id: 'addFile',
  // By the key's place: on some keyboards Alt makes another letter of it.
  shortcuts: [{ key: 'a', alt: true, code: 'KeyA' }],
  canPerform: ({ canWrite, index, selection }) => canWrite && fileTargetOf(index, selection.getState().selected) !== null,
  perform({ index, selection, files }) {
    const target = fileTargetOf(index, selection.getState().selected);
    if (target) files.choose(target);
  },
};

/** Pasted pictures and files, such as a screenshot. False when there are none, or nobody may write. */
export function pasteFiles({ canWrite, index, selection, files, announce }: CommandContext, pasted: readonly File[]): boolean {
  if (!canWrite || pasted.length === 0) return false;
  const target = fileTargetOf(index, selection.getState().selected);
  if (target) files.add(pasted, target);
  else announce('filesNeedPlace');
  return true;
}
