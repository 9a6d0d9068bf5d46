import { duplicateCards } from '@/lib/document/operations/cards';
import { unplacedStageId } from '@/lib/map/arrange';
import { duplicateThings } from '../structure/duplicateThings';
import type { Command, CommandContext } from './command';
import { primary, selectedCards, selectedIds } from './targets';

/** The whole steps, stages or lanes that are selected, by what the last selected one is; null for anything else. */
export function selectedWholes(context: CommandContext): { type: 'step' | 'stage' | 'lane'; ids: string[] } | null {
  const type = primary(context)?.type;
  if (type !== 'step' && type !== 'stage' && type !== 'lane') return null;
  const ids = selectedIds(context, type).filter((id) => id !== unplacedStageId);
  return ids.length > 0 ? { type, ids } : null;
}

/** Whether there is a place beside them: a step that lost its stage has none. */
function canCopy(context: CommandContext, { type, ids }: { type: string; ids: readonly string[] }): boolean {
  const homeless = context.index.map.stages.find(({ unplaced }) => unplaced)?.steps ?? [];
  return type !== 'step' || ids.some((id) => !homeless.some((step) => step.id === id));
}

/** Puts a copy beside each selected card, step, stage or lane, and selects the copies. */
export const duplicate: Command = {
  id: 'duplicate',
  shortcuts: [{ key: 'd', mod: true }],
  canPerform(context) {
    const wholes = selectedWholes(context);
    return context.canWrite && (wholes ? canCopy(context, wholes) : selectedCards(context).length > 0);
  },
  perform(context) {
    const wholes = selectedWholes(context);
    if (wholes) {
      duplicateThings(context, wholes.type, wholes.ids);
      return;
    }
    const ids = duplicateCards(context.doc, { ids: selectedCards(context) });
    context.selection.getState().select(...ids.map((id) => ({ type: 'card' as const, id })));
    context.announce('duplicated', { count: ids.length });
  },
};
