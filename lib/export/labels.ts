import { createTranslator } from 'use-intl/core';
import { dateLocale } from '@/lib/i18n/dateLocale';
import type { Locale } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/translator';
import { cardKinds } from '@/lib/map/card';
import { evidenceLevels } from '@/lib/map/evidenceLevel';
import { laneKinds } from '@/lib/map/lane';
import type { LayoutLabels } from '@/lib/map/layout/types';
import { mapKinds } from '@/lib/map/meta';
import { gates } from '@/lib/map/moment';
import { knownChannels } from '@/lib/map/touchpoint';
import { transitionKinds } from '@/lib/map/transition';
import { makeFigureLabels } from './figureLabels';

const minus = '\u2212';

function byName<Name extends string>(names: readonly Name[], text: (name: Name) => string): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, text(name)])) as Record<Name, string>;
}

/** “22 November 2026” of `2026-11-22`; text that is no day stays as it is. */
export function toLongDate(day: string, locale: Locale): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(dateLocale(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

/** The words and formats of a layout, made of the `canvas` messages of a language. */
export function makeLayoutLabels(locale: Locale, messages: Messages['canvas']): LayoutLabels {
  const t = createTranslator({ locale, messages: { canvas: messages }, namespace: 'canvas' });
  const channels: Record<string, string> = byName(knownChannels, (channel) => t(`channel.${channel}`));
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const emotion = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  return {
    locale,
    mapKind: byName(mapKinds, (kind) => t(`mapKind.${kind}`)),
    cardKind: byName(cardKinds, (kind) => t(`cardKind.${kind}`)),
    laneKind: byName(laneKinds, (kind) => t(`laneKind.${kind}`)),
    untitledMap: t('untitledMap'),
    unnamedPersona: t('unnamedPersona'),
    goal: t('goal'),
    unplacedStage: t('unplacedStage'),
    emotion: t('emotion'),
    evidence: byName(evidenceLevels, (level) => t(`evidenceLevel.${level}`)),
    moment: t('moment'),
    gate: byName(gates, (gate) => t(`gate.${gate}`)),
    momentCount: (count) => t('momentCount', { count }),
    gateCount: (gate, count) => t(`gateCount.${gate}`, { count }),
    loss: (step, share) => (share === undefined ? t('loss', { step }) : t('lossShare', { step, share })),
    lossLegend: t('lossLegend'),
    onlyAssumed: (counts) => t('onlyAssumed', counts),
    votes: (count) => t('votes', { count }),
    loop: t('loop'),
    transition: byName(transitionKinds, (kind) => t(`transition.${kind}`)),
    channel: (channel) => (Object.hasOwn(channels, channel) ? (channels[channel] ?? channel) : channel),
    asOf: (day) => t('asOf', { date: toLongDate(day, locale) }),
    share: (share) => percent.format(share),
    emotionValue: (value) => emotion.format(value).replace('-', minus),
    figures: makeFigureLabels(locale, messages),
  };
}
