import type { MapReference } from '../reference';
import type { Command, CommandContext } from './command';

const isOf = (reference: MapReference, personaId: string | null): boolean =>
  reference.type !== 'emotion' || personaId === null || reference.personaId === personaId;

/** Shows the emotions of one persona alone, or with null of all of them. For this person's eyes only: nothing goes into the document. */
export function showPersona(context: CommandContext, personaId: string | null): void {
  const { selected, select } = context.selection.getState();
  // A point that is about to go would take the keyboard with it.
  if (!selected.every((reference) => isOf(reference, personaId))) {
    const at = selected.at(-1);
    const rest = selected.filter((reference) => isOf(reference, personaId));
    select(...(rest.length > 0 || at?.type !== 'emotion' ? rest : [{ type: 'step', id: at.stepId } as const]));
  }
  context.personaView.setState({ alone: personaId });
  const name = personaId === null ? null : context.personaName(personaId);
  if (name === null) context.announce('personasAll');
  else context.announce('personaAlone', { name });
}

/** All personas, then each of them alone, and again from the beginning. */
export const nextPersona: Command = {
  id: 'nextPersona',
  shortcuts: [{ key: 'p', code: 'KeyP', alt: true, shift: true }],
  canPerform: (context) => context.index.layout.curve.legend.length > 0,
  perform(context) {
    const { legend } = context.index.layout.curve;
    const { alone } = context.personaView.getState();
    const at = legend.findIndex(({ personaId }) => personaId === alone);
    showPersona(context, legend[at + 1]?.personaId ?? null);
  },
};
