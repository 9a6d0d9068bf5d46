import { createTranslator } from 'use-intl/core';
import { textFields } from '@/lib/document/schema';
import { toWordPieces } from '@/lib/document/wordDiff';
import type { Locale } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/translator';
import { cardKinds } from '@/lib/map/card';
import type { TextPiece } from '@/lib/map/compare/mergedText';
import type { Change } from '@/lib/map/diff/mapDiff';
import { evidenceLevels } from '@/lib/map/evidenceLevel';
import { laneKinds } from '@/lib/map/lane';
import { isCardColour } from '@/lib/map/layout/palette';
import { mapKinds } from '@/lib/map/meta';
import { toMinutesText } from '@/lib/map/minutes';
import { gates } from '@/lib/map/moment';
import { knownChannels } from '@/lib/map/touchpoint';
import { transitionKinds } from '@/lib/map/transition';

const fieldNames = [
  ...(['title', 'scenario', 'goal', 'notes', 'kind', 'asOf', 'text', 'name', 'description', 'label', 'colour'] as const),
  ...(['evidenceLevel', 'duration', 'waiting', 'stays', 'leaves', 'gate', 'value', 'role', 'channel', 'share', 'from'] as const),
  ...(['to', 'hidden', 'folded', 'height', 'alt', 'address', 'tag', 'filter', 'target', 'sourceId', 'responseId'] as const),
  ...(['about', 'answers', 'aim'] as const),
] as const;

/** A field that differs: word by word, or what it said before and says after. `change`: by how much, with its sign. */
export type FieldLine = {
  field: string;
  label: string;
  pieces: readonly TextPiece[] | null;
  before: string;
  after: string;
  change: string;
};

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined => known.find((one) => one === value);

/** Writes a number with its sign, but 0 without one: −1.5, +2. */
export function signedNumber(locale: Locale): (value: number) => string {
  const format = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  return (value) => format.format(value).replace('-', '−');
}

/** The messages that differences are told with: of the page, or of the server. */
export type DifferenceMessages = Pick<Messages, 'comparing' | 'compare' | 'canvas' | 'history' | 'editor'>;

/** What the fields of a difference said before and say after, in words. `stepName`: what a step is called. */
export function makeFieldWords(
  locale: Locale,
  messages: DifferenceMessages,
  stepName: (id: string) => string,
): (change: Change) => FieldLine[] {
  const t = createTranslator({ locale, messages, namespace: 'comparing' });
  const canvas = createTranslator({ locale, messages, namespace: 'canvas' });
  const roles = createTranslator({ locale, messages, namespace: 'editor.inspector.role' });
  const colours = createTranslator({ locale, messages, namespace: 'editor.canvas.menu.colourOf' });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const signed = signedNumber(locale);

  const wordOf = (collection: Change['collection'], field: string, value: unknown): string => {
    if (value === undefined || value === '') return t('unsaid');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    const level = field === 'evidenceLevel' ? oneOf(evidenceLevels, value) : undefined;
    if (level) return canvas(`evidenceLevel.${level}`);
    const gate = field === 'gate' ? oneOf(gates, value) : undefined;
    if (gate) return canvas(`gate.${gate}`);
    if (field === 'kind') return kindOf(collection, value);
    const channel = field === 'channel' ? oneOf(knownChannels, value) : undefined;
    if (channel) return canvas(`channel.${channel}`);
    if (field === 'role' && (value === 'responsible' || value === 'involved')) return roles(value);
    if (field === 'colour' && typeof value === 'string' && isCardColour(value)) return colours(value);
    if ((field === 'duration' || field === 'waiting') && typeof value === 'number') return toMinutesText(value);
    if (field === 'share' && typeof value === 'number') return percent.format(value);
    if (field === 'value' && typeof value === 'number') return signed(value);
    if (field === 'from' || field === 'to') return value === null ? t('out') : stepName(String(value));
    if (typeof value === 'number') return number.format(value);
    return typeof value === 'string' && !['sourceId', 'responseId'].includes(field) ? value : t('otherValue');
  };
  const kindOf = (collection: Change['collection'], value: unknown): string => {
    const card = oneOf(cardKinds, value);
    if (collection === 'cards' && card) return canvas(`cardKind.${card}`);
    const transition = oneOf(transitionKinds, value);
    if (collection === 'transitions' && transition) return canvas(`transition.${transition}`);
    const lane = oneOf(laneKinds, value);
    if (collection === 'lanes' && lane) return canvas(`laneKind.${lane}`);
    const map = oneOf(mapKinds, value);
    return map ? canvas(`mapKind.${map}`) : String(value);
  };

  return ({ collection, fields }) =>
    fields.map(({ field, before, after }) => {
      const texts: readonly string[] = [...textFields[collection], ...(collection === 'touchpoints' ? ['name'] : [])];
      const known = oneOf(fieldNames, field);
      const isText = texts.includes(field) && typeof (before ?? '') === 'string' && typeof (after ?? '') === 'string';
      const isNumber = field === 'value' && typeof before === 'number' && typeof after === 'number';
      return {
        field,
        label: known ? t(`field.${known}`) : t('field.other', { field }),
        pieces: isText ? toWordPieces(String(before ?? ''), String(after ?? '')) : null,
        before: wordOf(collection, field, before),
        after: wordOf(collection, field, after),
        change: isNumber ? signed(Math.round((after - before) * 10) / 10) : '',
      };
    });
}
