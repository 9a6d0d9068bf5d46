import { createTranslator } from 'use-intl/core';
import { dateLocale } from '@/lib/i18n/dateLocale';
import type { Locale } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/translator';
import type { SummaryLine, SummaryTarget } from '@/lib/map/diff/diffSummary';
import type { ThingName } from '@/lib/map/diff/namesOf';
import { knownChannels } from '@/lib/map/touchpoint';

/** Most things that a sentence names; of more it says how many. */
const mostNames = 3;

/** What a customer says stands in quotation marks already. */
export const quoted = /^[„“»«"‚‘].*[“”«»"‘’]$/su;

const metaFields = ['title', 'scenario', 'goal', 'notes', 'kind', 'asOf'] as const;

/** Makes sentences of what lies between two maps, in a reader's language: of the page's messages, or of those of the server. */
export function makeDiffSentences(locale: Locale, messages: Pick<Messages, 'compare' | 'canvas'>): (line: SummaryLine) => string {
  const t = createTranslator({ locale, messages, namespace: 'compare' });
  const canvas = createTranslator({ locale, messages, namespace: 'canvas' });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(dateLocale(locale), { type: 'conjunction' });

  const nameOf = ({ text, laneKind, channel }: ThingName): string => {
    if (text !== '') return quoted.test(text) ? text : t('name', { name: text });
    if (laneKind !== undefined) return t('name', { name: canvas(`laneKind.${laneKind}`) });
    const known = knownChannels.find((one) => one === channel);
    if (channel !== undefined) return t('name', { name: known ? canvas(`channel.${known}`) : channel });
    return t('nameless');
  };
  /** `: “a”, “b” and 3 more`; nothing when none of them has words. */
  const namesOf = (targets: readonly SummaryTarget[]): string => {
    const all = [...new Set(targets.map(({ name }) => nameOf(name)))];
    if (all.every((name) => name === t('nameless'))) return '';
    const shown = all.length > mostNames + 1 ? all.slice(0, mostNames) : all;
    const more = all.length - shown.length;
    return t('names', { list: list.format(more > 0 ? [...shown, t('more', { count: more })] : shown) });
  };

  return (line) => {
    const count = line.targets.length;
    const names = namesOf(line.targets);
    const [first] = line.targets;
    const name = first ? nameOf(first.name) : '';
    switch (line.type) {
      case 'gate':
        return t(`gate.${line.after}`, { name, before: line.before });
      case 'merged':
        return t(`merged.${line.what}`, { name, into: nameOf(line.into) });
      case 'feeling':
        return t(`feeling.${line.direction}`, {
          persona: line.persona === '' ? t('unnamedPersona') : line.persona,
          mean: decimal.format(line.mean),
          ...{ count, names },
        });
      case 'time':
        return t(`time.${line.field}`, { before: line.before, after: line.after });
      case 'unplaced':
        return t('unplaced', { count, names });
      case 'meta':
        return t(`meta.${metaFields.find((field) => field === line.field) ?? 'other'}`);
      case 'records':
        return t(`record.${line.kind}`, { what: t(`thing.${line.what}`, { count }), count, names });
    }
  };
}
