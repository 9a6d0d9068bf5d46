'use client';

import { useTranslations } from 'use-intl';
import type { Card } from '@/lib/map/card';
import { useBallot } from '../workshop/voting/useBallot';
import { VoteControl } from '../workshop/voting/VoteControl';
import { VoteCount } from '../workshop/voting/VoteCount';
import { Section } from './Section';

/** What a vote gave the card, and one's own votes while one is open; nothing where there is neither. */
export function CardVotes({ card }: { card: Card }) {
  const t = useTranslations('workshop.voting');
  const ballot = useBallot();
  const isVotedOn = ballot?.canVoteFor(card.id) ?? false;
  if (!isVotedOn && card.votes === undefined) return null;
  return (
    <Section title={t('section')}>
      <VoteCount votes={card.votes} />
      {ballot && isVotedOn ? <VoteControl card={card} ballot={ballot} /> : null}
    </Section>
  );
}
