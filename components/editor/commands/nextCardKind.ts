import { setCardKind } from '@/lib/document/operations/cards';
import { cardKinds } from '@/lib/map/card';
import type { Command } from './command';
import { selectedCards } from './targets';

/** Makes the selected cards what comes after the kind of the last one of them: note, pain point, opportunity, question, quote, and round. */
export const nextCardKind: Command = {
  id: 'nextCardKind',
  shortcuts: [{ key: 'k', alt: true, code: 'KeyK' }],
  canPerform: (context) => context.canWrite && selectedCards(context).length > 0,
  perform(context) {
    const ids = selectedCards(context);
    const kind = context.index.cardRecords.get(ids.at(-1) ?? '')?.kind ?? 'note';
    const next = cardKinds[(cardKinds.indexOf(kind) + 1) % cardKinds.length] ?? 'note';
    setCardKind(context.doc, { ids, kind: next });
    context.announce('cardKind', { kind: next });
  },
};
