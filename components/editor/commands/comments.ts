import { findBoxOf } from '../canvas/geometry/boxOf';
import { referenceOf } from '../comments/targetReference';
import type { Command, CommandContext } from './command';
import type { CommandId } from './commandIds';
import { goTo } from './navigate';
import { primary } from './targets';

/** Opens the field for a comment on what is selected; on the map where nothing is. The text that is being edited stays open. */
export const comment: Command = {
  id: 'comment',
  // By the key's place: with Alt, many keyboards give another letter.
  shortcuts: [{ key: 'm', code: 'KeyM', mod: true, alt: true }],
  // About what the others do not see yet there is nothing to say to them.
  canPerform: (context) => {
    const at = primary(context);
    return context.comments.getState().mayWrite && !(at?.type === 'card' && context.isHidden(at.id));
  },
  perform(context) {
    context.comments.getState().ask();
  },
};

/** Open conversations in the order in which one meets them on the map: from left to right, then down; what stands nowhere comes last. */
function listOnMap(context: CommandContext) {
  const placed = [...context.comments.getState().threads.values()]
    .filter(({ resolvedAt }) => resolvedAt === null)
    .map((thread) => {
      const reference = referenceOf(thread.target);
      const box = reference && findBoxOf(context.index, reference);
      const nowhere = reference ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
      return { thread, reference: box ? reference : null, x: box?.x ?? nowhere, y: box?.y ?? nowhere };
    });
  return placed.sort((a, b) => compare(a.x, b.x) || compare(a.y, b.y) || (a.thread.createdAt < b.thread.createdAt ? -1 : 1));
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

function walkCommand(id: CommandId, shift: boolean): Command {
  return {
    id,
    shortcuts: [{ key: 'n', code: 'KeyN', mod: true, alt: true, shift }],
    canPerform: (context) => context.comments.getState().openCounts.size > 0,
    perform(context) {
      const { currentId, show } = context.comments.getState();
      const threads = listOnMap(context);
      const current = threads.findIndex(({ thread }) => thread.id === currentId);
      const next = shift ? (current <= 0 ? threads.length : current) - 1 : (current + 1) % threads.length;
      const found = threads[next];
      if (!found) return;
      const { thread, reference } = found;
      if (reference) goTo(context, reference);
      show(thread.id);
      const said = thread.comments.findLast(({ deletedAt }) => deletedAt === null);
      context.announce('comment', {
        index: next + 1,
        total: threads.length,
        name: said?.author.name ?? '…',
        target: thread.subject,
        text: said?.text.replace(/@\[([^\]]*)\]\([^)]*\)/g, '@$1') ?? '',
      });
    },
  };
}

export const nextComment = walkCommand('nextComment', false);
export const previousComment = walkCommand('previousComment', true);
