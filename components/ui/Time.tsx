'use client';

import { useFormatter, useLocale, useTimeZone } from 'use-intl';
import { useClock } from './clock';

/** Writes dates in the page's language and zone. The interface is written in British English, and so are its dates: nothing else formats any. */
export function useDateText(): (at: Date, options: Intl.DateTimeFormatOptions) => string {
  const locale = useLocale();
  const timeZone = useTimeZone();
  return (at, options) => new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...options, timeZone }).format(at);
}

/** A moment as people say it, "five minutes ago"; keeps up by itself. `iso`: ISO 8601. The exact time stands in the tooltip. */
export function RelativeTime({ iso }: { iso: string }) {
  const format = useFormatter();
  const dateText = useDateText();
  const now = useClock();
  const at = new Date(iso);
  // A clock that is a little behind the server's must not show "in two seconds".
  const shown = format.relativeTime(at > now ? now : at, now);
  return (
    <time dateTime={iso} title={dateText(at, { dateStyle: 'long', timeStyle: 'short' })}>
      {shown}
    </time>
  );
}

/** A moment as date and time, or the day alone. `iso`: ISO 8601. */
export function DateTime({ iso, dateOnly = false }: { iso: string; dateOnly?: boolean }) {
  const dateText = useDateText();
  const options = dateOnly ? ({ dateStyle: 'medium' } as const) : ({ dateStyle: 'medium', timeStyle: 'short' } as const);
  return <time dateTime={iso}>{dateText(new Date(iso), options)}</time>;
}
