'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { DateTime } from '@/components/ui/Time';
import { useWork } from '@/components/workspace/useWork';
import type { ClosedRound } from '@/lib/workshop/voting/votesAnswer';
import { useEditor, useMapPart } from '../../session/EditorContext';

/** Votes that are closed, the last one first: each leads to its ranking. */
export function EarlierVotes({ rounds, leads }: { rounds: readonly ClosedRound[]; leads: boolean }) {
  const t = useTranslations('workshop.voting');
  const { voting } = useEditor();
  const { busyId, run } = useWork();
  const hasDots = useMapPart(({ cards }) => cards.some(({ votes }) => votes !== undefined));
  return (
    <div>
      <h4 className="mb-1 font-semibold text-ink-soft text-xs">{t('earlier')}</h4>
      <ul className="-mx-2">
        {rounds.map((round) => (
          <li key={round.id}>
            <button
              type="button"
              className="flex min-h-11 w-full items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-hover"
              onClick={() => voting.getState().show(round.id)}
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate">{round.title || t('untitled')}</span>
                <span className="block text-ink-soft text-xs">
                  <DateTime iso={round.closedAt} /> · {t('ranking.votes', { count: round.votes })}
                </span>
              </span>
              <ChevronRight size={16} aria-hidden="true" className="shrink-0 text-ink-soft" />
            </button>
          </li>
        ))}
      </ul>
      {leads && hasDots ? (
        <Button
          size="sm"
          variant="ghost"
          className="mt-1 -ml-2 pointer-coarse:h-11"
          busy={busyId === 'clear'}
          onClick={() => void run('clear', () => voting.getState().showDots(null))}
        >
          {t('clear')}
        </Button>
      ) : null}
    </div>
  );
}
