import { useTranslations } from 'use-intl';
import { VoteDots } from './VoteDots';

/** As many dots as the map draws (lib/map/layout/cardVotes.ts). */
const mostDots = 10;

/** What a vote gave a card: its dots and their number. Nothing for a card without votes. */
export function VoteCount({ votes }: { votes: number | undefined }) {
  const t = useTranslations('canvas');
  if (votes === undefined) return null;
  return (
    <span className="mt-1 flex items-center gap-1.5 text-ink text-xs">
      <VoteDots given={Math.min(votes, mostDots)} total={Math.min(votes, mostDots)} />
      <span aria-hidden="true" className="font-semibold tabular-nums">
        {votes}
      </span>
      <span className="sr-only">{t('votes', { count: votes })}</span>
    </span>
  );
}
