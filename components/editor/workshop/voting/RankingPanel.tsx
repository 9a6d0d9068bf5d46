'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { IconButton } from '@/components/ui/IconButton';
import { DateTime } from '@/components/ui/Time';
import type { ClosedRound } from '@/lib/workshop/voting/votesAnswer';
import { cardsById } from '../../session/cardsById';
import { useArrangedMap, useEditor } from '../../session/EditorContext';
import { useWorkshopAnswer } from '../useWorkshopAnswer';
import { RankedLine } from './RankedLine';
import { RankingActions } from './RankingActions';

/** What came of a vote, beside the map and never over what somebody is writing: it takes no focus, and goes by its button or Escape. */
export function RankingPanel() {
  const { voting } = useEditor();
  const round = useStore(voting, ({ votes, shownId }) => votes.closed.find(({ id }) => id === shownId) ?? null);
  return round ? <Ranking round={round} /> : null;
}

function Ranking({ round }: { round: ClosedRound }) {
  const t = useTranslations('workshop.voting');
  const { voting, navigation } = useEditor();
  const leads = useWorkshopAnswer((answer) => answer.leads);
  const close = () => {
    voting.getState().show(null);
    navigation.focus();
  };
  const most = round.ranking[0]?.votes ?? 1;
  const map = useArrangedMap();
  const isThere = (cardId: string): boolean => {
    const card = cardsById(map).get(cardId);
    return card !== undefined && !map.unplacedCards.includes(card);
  };
  return (
    <section
      aria-label={t('ranking.label')}
      data-ranking={round.id}
      data-covers-map
      className="absolute inset-x-0 bottom-0 z-20 flex max-h-[70%] animate-rise-in flex-col rounded-t-xl border border-line bg-surface shadow-dialog sm:inset-x-auto sm:top-3 sm:right-[calc(0.75rem+var(--over-right,0px))] sm:bottom-auto sm:max-w-[calc(100%-1.5rem-var(--over-right,0px))] sm:max-h-[calc(100%-1.5rem)] sm:w-88 sm:rounded-xl"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return event.stopPropagation();
        event.preventDefault();
        close();
      }}
    >
      <header className="flex items-start gap-2 py-3 pr-2 pl-4">
        <div className="min-w-0 flex-1">
          <h2 className="wrap-anywhere font-bold text-base">{round.title || t('untitled')}</h2>
          <p className="text-ink-soft text-sm">{t('ranking.summary', { voters: round.voters, votes: round.votes })}</p>
          <p className="text-ink-soft text-xs">
            <DateTime iso={round.closedAt} />
          </p>
        </div>
        <IconButton label={t('ranking.close')} icon={<X size={18} />} onClick={close} />
      </header>
      {round.ranking.length > 0 ? (
        <ol className="min-h-0 flex-1 overflow-y-auto overscroll-contain border-line border-t px-2 py-1">
          {round.ranking.map((card) => (
            <RankedLine key={card.cardId} card={card} total={round.votes} most={most} isThere={isThere(card.cardId)} />
          ))}
        </ol>
      ) : (
        <p className="border-line border-t px-4 py-3 text-ink-soft">{t('ranking.empty')}</p>
      )}
      {leads ? <RankingActions round={round} /> : null}
    </section>
  );
}
