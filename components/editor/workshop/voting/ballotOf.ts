import { hasAlikeCards } from '@/lib/map/alikeCards';
import type { ArrangedMap } from '@/lib/map/arrange';
import type { Card } from '@/lib/map/card';
import { type Choices, countDots, withoutLost } from '@/lib/workshop/voting/ballot';
import { listCandidates } from '@/lib/workshop/voting/candidates';
import type { OpenRound, VotesAnswer } from '@/lib/workshop/voting/votesAnswer';

type Candidates = { round: string; ids: ReadonlySet<string> };
const known = new WeakMap<ArrangedMap, Candidates>();
let latest: { map: ArrangedMap; candidates: Candidates } | null = null;

const isAlike = (a: Card, b: Card): boolean => a.kind === b.kind;

/** The cards that can be voted for in an open vote; found once for all who ask, and not again when only words were written. */
export function candidatesOf(map: ArrangedMap, round: OpenRound): Candidates {
  const found = known.get(map);
  if (found?.round === round.id) return found;
  const isLatest = latest?.candidates.round === round.id && hasAlikeCards(latest.map, map, isAlike);
  const candidates =
    isLatest && latest ? latest.candidates : { round: round.id, ids: new Set(listCandidates(map, round).map(({ id }) => id)) };
  known.set(map, candidates);
  latest = { map, candidates };
  return candidates;
}

/** One's own part in an open vote. */
export type Ballot = {
  round: OpenRound;
  /** One's dots that count: of a card that is gone they have come back. */
  mine: Choices;
  left: number;
  /** The cards that can be voted for, in the order in which one meets them on the map. */
  candidates: ReadonlySet<string>;
  canVoteFor(cardId: string): boolean;
};

/** One's own part in the vote that is open on this map; null when none is, or for whoever only looks. */
export function ballotOf({ open, mayVote }: VotesAnswer, map: ArrangedMap): Ballot | null {
  if (!open || !mayVote) return null;
  const { ids } = candidatesOf(map, open);
  const canVoteFor = (cardId: string) => ids.has(cardId);
  const mine = withoutLost(open.mine, canVoteFor);
  return { round: open, mine, left: Math.max(0, open.votesPerPerson - countDots(mine)), candidates: ids, canVoteFor };
}

const ballots = new WeakMap<VotesAnswer, { map: ArrangedMap; ids: ReadonlySet<string>; ballot: Ballot | null }>();

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a === b || (a.size === b.size && [...a].every((id) => b.has(id)));

/** As `ballotOf`, and the same object again as long as the very same cards can be voted for: an edit makes nobody's buttons anew. */
export function steadyBallotOf(votes: VotesAnswer, map: ArrangedMap): Ballot | null {
  const { open, mayVote } = votes;
  if (!open || !mayVote) return null;
  const known = ballots.get(votes);
  if (known?.map === map) return known.ballot;
  const { ids } = candidatesOf(map, open);
  const ballot = known && isSame(known.ids, ids) ? known.ballot : ballotOf(votes, map);
  ballots.set(votes, { map, ids, ballot });
  return ballot;
}

/** The first card, as one meets them on the map, that can be voted for and has none of one's dots; null when all have. */
export function firstWithoutVote({ candidates, mine }: Ballot): string | null {
  return [...candidates].find((id) => (mine[id] ?? 0) === 0) ?? null;
}

/** How many dots a card has after one more or one less; null when that cannot be. */
export function nextCount({ mine, left, round, canVoteFor }: Ballot, cardId: string, by: 1 | -1): number | null {
  const count = mine[cardId] ?? 0;
  if (!canVoteFor(cardId)) return null;
  if (by < 0) return count > 0 ? count - 1 : null;
  return left > 0 && count < round.mostPerCard ? count + 1 : null;
}
