import type { Command, CommandContext } from './command';
import { primary } from './targets';

function firstPicture(context: CommandContext): string | null {
  const at = primary(context);
  return at?.type === 'card' ? (context.index.cards.get(at.id)?.pictures[0]?.id ?? null) : null;
}

/** Shows the first picture of the selected card large. Whoever may look may do so. */
export const showPicture: Command = {
  id: 'showPicture',
  shortcuts: [{ key: 'Enter', alt: true }],
  canPerform: (context) => firstPicture(context) !== null,
  perform: (context) => context.files.show(firstPicture(context)),
};
