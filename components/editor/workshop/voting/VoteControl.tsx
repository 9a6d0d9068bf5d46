'use client';

import clsx from 'clsx';
import { Check, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useToast } from '@/components/ui/Toast';
import { toInnerQuotes, toSubject } from '@/lib/comments/commentTarget';
import type { Card } from '@/lib/map/card';
import { type Ballot, nextCount } from './ballotOf';
import { useGive } from './useBallot';
import { VoteDots } from './VoteDots';

type Props = {
  card: Pick<Card, 'id' | 'text'>;
  ballot: Ballot;
  /** −1 where the keyboard has another way. */
  tabIndex?: number;
  className?: string;
};

const longestName = 80;

/** Gives a card one's dots and takes them back. Nothing on a card that is not voted on. */
export function VoteControl({ card, ballot, tabIndex = 0, className }: Props) {
  const t = useTranslations('workshop.voting.control');
  const give = useGive();
  const toast = useToast();
  if (!ballot.canVoteFor(card.id)) return null;
  const count = ballot.mine[card.id] ?? 0;
  const words = toInnerQuotes(toSubject(card.text)).slice(0, longestName) || t('wordless');
  const cannotAdd = nextCount(ballot, card.id, 1) === null;
  const hint = cannotAdd ? t(ballot.left > 0 ? 'mostGiven' : 'noneLeft') : undefined;
  const change = (by: 1 | -1) => {
    const next = nextCount(ballot, card.id, by);
    if (next !== null) give(ballot.round.id, card.id, next);
    // Fingers and keys see no title.
    else if (by > 0 && hint) toast({ title: hint });
  };
  const frame = clsx(
    'inline-flex items-stretch overflow-hidden rounded-full border border-vote bg-surface text-ink shadow-card',
    className,
  );
  if (ballot.round.mostPerCard === 1) {
    const isGiven = count > 0;
    return (
      <span className={frame} data-vote={card.id}>
        <VoteButton
          label={t(isGiven ? 'given' : 'add', { words })}
          pressed={isGiven}
          dimmed={!isGiven && cannotAdd}
          hint={isGiven ? undefined : hint}
          tabIndex={tabIndex}
          onPress={() => change(isGiven ? -1 : 1)}
        >
          {isGiven ? <Check size={14} strokeWidth={3} aria-hidden="true" /> : <VoteDots given={0} total={1} />}
          {t(isGiven ? 'voted' : 'vote')}
        </VoteButton>
      </span>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, this acts at once.
    <span role="group" aria-label={t('group', { words, count })} className={frame} data-vote={card.id}>
      <VoteButton label={t('remove', { words })} dimmed={count === 0} tabIndex={tabIndex} onPress={() => change(-1)}>
        <Minus size={16} aria-hidden="true" />
      </VoteButton>
      <span aria-hidden="true" className="flex min-w-8 items-center justify-center gap-1 font-semibold text-sm tabular-nums">
        <span className={clsx('size-2.5 rounded-full border-[1.5px] border-vote', count > 0 && 'bg-vote')} />
        {count}
      </span>
      <VoteButton label={t('add', { words })} dimmed={cannotAdd} hint={hint} tabIndex={tabIndex} onPress={() => change(1)}>
        <Plus size={16} aria-hidden="true" />
      </VoteButton>
    </span>
  );
}

type ButtonProps = {
  label: string;
  pressed?: boolean;
  /** Cannot do anything now, but keeps the focus. */
  dimmed: boolean;
  hint?: string | undefined;
  tabIndex: number;
  onPress: () => void;
  children: ReactNode;
};

function VoteButton({ label, pressed, dimmed, hint, tabIndex, onPress, children }: ButtonProps) {
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-label={label}
      aria-pressed={pressed}
      aria-disabled={dimmed || undefined}
      title={hint}
      className={clsx(
        'inline-flex h-7 min-w-8 items-center justify-center gap-1.5 px-2.5 font-semibold text-sm -outline-offset-2 pointer-coarse:h-11 pointer-coarse:min-w-11 pointer-coarse:px-4',
        pressed ? 'bg-vote text-ink-inverse' : 'hover:bg-hover',
        dimmed && 'text-ink-faint',
      )}
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {children}
    </button>
  );
}
