import { ballotOf, nextCount } from '../workshop/voting/ballotOf';
import type { Command, CommandContext } from './command';
import type { CommandId } from './commandIds';
import { primary } from './targets';

/** The card that the keyboard is at and one's own part in the open vote; null when there is none of both, or the card is not voted on. */
function find(context: CommandContext) {
  const at = primary(context);
  const ballot = ballotOf(context.voting.getState().votes, context.index.map);
  return ballot && at?.type === 'card' && ballot.canVoteFor(at.id) ? { ballot, cardId: at.id } : null;
}

function voteCommand(id: CommandId, by: 1 | -1): Command {
  return {
    id,
    // By the key's place: with Alt, many keyboards give another letter. A plain letter would write into the card.
    shortcuts: [{ key: 'v', code: 'KeyV', mod: true, alt: true, shift: by < 0 }],
    canPerform: (context) => find(context) !== null,
    perform(context) {
      const found = find(context);
      if (!found) return;
      const { ballot, cardId } = found;
      const count = nextCount(ballot, cardId, by);
      if (count === null) return context.announce(by > 0 ? 'vote.refused' : 'vote.none', { left: ballot.left });
      const said = { count, left: ballot.left - by };
      context.announce(by > 0 ? 'vote.given' : 'vote.takenBack', said);
      // Refused by the server: what it says counts, and is on its way.
      context.voting
        .getState()
        .give(ballot.round.id, cardId, count)
        .catch(() => undefined);
    },
  };
}

export const vote = voteCommand('vote', 1);
export const takeVote = voteCommand('takeVote', -1);
