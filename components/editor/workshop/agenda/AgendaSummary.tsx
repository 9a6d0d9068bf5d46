'use client';

import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import { timeAgenda } from '@/lib/workshop/agendaTimes';
import { useMinuteNow } from '../useMinuteNow';
import { useWorkshopAnswer } from '../useWorkshopAnswer';
import { useTimeWords } from './useTimeWords';

/** How long it all takes, and how far it is behind or ahead. */
export function AgendaSummary() {
  const t = useTranslations('workshop.agenda');
  const state = useWorkshopAnswer((answer) => answer.state);
  const leads = useWorkshopAnswer((answer) => answer.leads);
  const words = useTimeWords();
  const times = timeAgenda(state, useMinuteNow());
  const [first, last] = [times.items[0], times.items.at(-1)];
  if (!first || !last) return null;
  const waits = times.isClock && times.current === 0 && !leads;
  const isBehind = (times.behind ?? 0) >= 60_000;
  return (
    <>
      {waits ? <p className="text-pretty text-sm">{t('waits')}</p> : null}
      <p className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-sm tabular-nums">
        <span className="text-ink-soft">
          {times.isClock
            ? t('untilClock', { range: words.range(first.from, last.to, true), length: words.between(first.from, last.to) })
            : words.length(times.total)}
        </span>
        {times.behind === null ? null : (
          <span
            data-agenda-behind
            className={clsx(
              'rounded-md px-1.5 font-semibold',
              isBehind ? 'bg-warning-soft text-warning' : 'bg-success-soft text-success',
            )}
          >
            {words.behind(times.behind)}
          </span>
        )}
      </p>
    </>
  );
}
