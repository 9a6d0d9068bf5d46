import { duplicateCards } from '@/lib/document/operations/cards';
import type { Command } from './command';
import { selectedCards } from './targets';

/** Puts a copy of each selected card below it, and selects the copies. */
export const duplicate: Command = {
  id: 'duplicate',
  shortcuts: [{ key: 'd', mod: true }],
  canPerform: (context) => context.canWrite && selectedCards(context).length > 0,
  perform(context) {
    const ids = duplicateCards(context.doc, { ids: selectedCards(context) });
    context.selection.getState().select(...ids.map((id) => ({ type: 'card' as const, id })));
    context.announce('duplicated', { count: ids.length });
  },
};
