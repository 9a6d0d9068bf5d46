import type { Locale } from '@/lib/i18n/locale';
import { messagesOf } from '@/lib/i18n/translator';
import type { LayoutLabels } from '@/lib/map/layout/types';
import { makeLayoutLabels } from './labels';

const made = new Map<Locale, LayoutLabels>();

/** The words and formats of a layout in a language, for servers and tests: it carries the messages of every language. */
export function layoutLabels(locale: Locale): LayoutLabels {
  const known = made.get(locale);
  if (known) return known;
  const labels = makeLayoutLabels(locale, messagesOf(locale).canvas);
  made.set(locale, labels);
  return labels;
}
