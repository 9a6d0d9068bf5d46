'use client';

import { Stamp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { RelativeTime, useDateText } from '@/components/ui/Time';
import type { WantedSignature } from '@/lib/signOffs/signOffAnswer';

/** The signatures that a person is asked for: each leads to the map, at the version that is to be signed. */
export function WantedSignatures({ items }: { items: readonly WantedSignature[] }) {
  const t = useTranslations('signOff');
  const canvas = useTranslations('canvas');
  const dateText = useDateText();
  if (items.length === 0) return null;
  const dayOf = (day: string): string => dateText(new Date(`${day}T12:00:00`), { dateStyle: 'medium' });
  const isOver = (day: string): boolean => new Date(`${day}T23:59:59`).getTime() < Date.now();
  return (
    <section aria-labelledby="wanted-signatures" className="mb-8">
      <h2 id="wanted-signatures" className="mb-2 font-semibold text-lg">
        {t('inbox.title')}
      </h2>
      <ul className="divide-y divide-line border-line border-y">
        {items.map(({ signOffId, mapId, mapTitle, number, note, dueOn, askedBy, askedAt }) => (
          <li key={signOffId}>
            <a
              href={`/maps/${mapId}?version=${number}`}
              className="-mx-2 flex gap-3 rounded-md px-2 py-3 text-ink no-underline hover:bg-hover"
            >
              <Stamp size={20} aria-hidden="true" className="mt-0.5 shrink-0 text-accent" />
              <span className="min-w-0 flex-1">
                <span className="flex flex-wrap items-baseline gap-x-2">
                  <span className="wrap-anywhere min-w-0 flex-1 font-semibold">
                    {t('inbox.line', { number, map: mapTitle.trim() || canvas('untitledMap') })}
                  </span>
                  <span className="shrink-0 text-ink-faint text-xs">
                    <RelativeTime iso={askedAt} />
                  </span>
                </span>
                {note === '' ? null : (
                  <span dir="auto" className="line-clamp-2 wrap-anywhere">
                    {note}
                  </span>
                )}
                <span className="block text-ink-faint text-sm">
                  {t('inbox.asked', { name: askedBy.name ?? t('somebody') })}
                  {dueOn === null ? '' : ` · ${t(isOver(dueOn) ? 'overdue' : 'due', { date: dayOf(dueOn) })}`}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
