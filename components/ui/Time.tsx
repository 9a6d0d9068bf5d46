'use client';

import { useFormatter, useNow } from 'use-intl';

/** A moment as people say it, "five minutes ago"; keeps up by itself. `iso`: ISO 8601. The exact time stands in the tooltip. */
export function RelativeTime({ iso }: { iso: string }) {
  const format = useFormatter();
  const now = useNow({ updateInterval: 30_000 });
  const at = new Date(iso);
  // A clock that is a little behind the server's must not show "in two seconds".
  const shown = format.relativeTime(at > now ? now : at, now);
  return (
    <time dateTime={iso} title={format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' })}>
      {shown}
    </time>
  );
}

/** A moment as date and time, or the day alone. `iso`: ISO 8601. */
export function DateTime({ iso, dateOnly = false }: { iso: string; dateOnly?: boolean }) {
  const format = useFormatter();
  const options = dateOnly ? ({ dateStyle: 'medium' } as const) : ({ dateStyle: 'medium', timeStyle: 'short' } as const);
  return <time dateTime={iso}>{format.dateTime(new Date(iso), options)}</time>;
}
