import { createTranslator } from 'use-intl/core';
import { asSeenFrom } from '@/lib/document/future/asSeenFrom';
import { matchReasons } from '@/lib/document/future/matchReasons';
import { toWordPieces } from '@/lib/document/wordDiff';
import type { Locale } from '@/lib/i18n/locale';
import { messagesOf, translatorOf } from '@/lib/i18n/translator';
import type { ComparedEntry } from '@/lib/map/compare/comparedEntry';
import { compareStates } from '@/lib/map/compare/compareStates';
import { type MergedText, mergeText } from '@/lib/map/compare/mergedText';
import type { DifferenceKind } from '@/lib/map/diff/mapDiff';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { LayoutLabels } from '@/lib/map/layout/types';
import type { Reason, ReasonAnswer } from '@/lib/map/reason';
import { saysSomething, withoutReasons } from '@/lib/map/reasons';
import { makeDifferenceWords } from '@/lib/versions/differenceWords';
import type { FieldLine } from '@/lib/versions/fieldWords';
import type { SheetIcon } from '../sheets/icons';

/** How evidence is spoken of that a reason answers, as far as whoever asks may know it. `isMissing`: it was erased, taken off, or its source is gone. */
export type AnsweredEvidence = { text: string; detail: string; isQuote: boolean; isMissing: boolean };

/** A future state (`map`, with its reasons) and what it was derived from. `origin`: what that is called, and whether it was signed off; `evidence`: what its reasons answer of what customers said, by links. */
export type ExportedFuture = {
  map: JourneyMap;
  base: JourneyMap;
  origin: readonly string[];
  evidence: ReadonlyMap<string, AnsweredEvidence>;
};

/** Something with an icon beside it. */
export type Told = { icon: SheetIcon; text: string; detail: string; isQuote: boolean };

/** Why something differs: in words, what that answers, and the effect that is hoped for. */
export type ToldReason = { text: string; answers: readonly Told[]; aim: Told | null };

/** A field as it is told: what both states say as one text, or what it was and is. */
export type ToldField = { label: string } & MergedText;

export type ToldDifference = {
  kind: DifferenceKind;
  text: string;
  fields: readonly ToldField[];
  note: string;
  reasons: readonly ToldReason[];
};

/** How far a future state is from its baseline, and why, in words. `bare`: what has no reason. */
export type Distance = {
  title: string;
  heading: string;
  origin: readonly string[];
  counts: readonly { kind: DifferenceKind; text: string }[];
  given: string;
  groups: readonly { title: string; differences: readonly ToldDifference[] }[];
  bare: { title: string; differences: readonly { kind: DifferenceKind; text: string }[] };
  labels: { answers: string; aim: string; why: string };
};

const kinds = ['added', 'removed', 'changed', 'moved'] as const satisfies readonly DifferenceKind[];

/** What is said of the distance between a future state and its baseline. */
export function tellDistance({ map, base, origin, evidence }: ExportedFuture, locale: Locale, labels: LayoutLabels): Distance {
  const messages = messagesOf(locale);
  const t = translatorOf(locale, 'export');
  const comparing = translatorOf(locale, 'comparing');
  const states = compareStates(base, asSeenFrom(base, withoutReasons(map)), toWordPieces);
  const words = makeDifferenceWords(locale, messages, states);
  const matched = matchReasons(map, states.diff);
  const tellReason = makeTellReason(map, { base, evidence }, locale, labels);
  const entryText = (entry: ComparedEntry): string =>
    comparing('entry', { kind: comparing(`kinds.${entry.kind}`), what: words.whatOf(entry) });
  const groups = states.groups.map(({ stepId, number, title, entries }) => ({
    title: stepId === null ? comparing('whole') : comparing('step', { number, title: title.trim() || comparing('untitledStep') }),
    stepId,
    entries: entries.map((entry) => ({ entry, reasons: matched.of(entry.difference).filter(saysSomething) })),
  }));
  const all = groups.flatMap(({ entries }) => entries);
  const bare = groups.flatMap(({ stepId, title, entries }) =>
    entries
      .filter(({ entry }) => !matched.hasReason(entry.difference))
      .map(({ entry }) => {
        const isStep = entry.place?.type === 'step' || stepId === null;
        return { kind: entry.kind, text: isStep ? entryText(entry) : t('distance.at', { what: entryText(entry), step: title }) };
      }),
  );
  return {
    title: map.meta.title.trim() || labels.untitledMap,
    heading: t('distance.heading'),
    origin,
    counts: kinds
      .filter((kind) => states.counts[kind] > 0)
      .map((kind) => ({
        kind,
        text: comparing('count', { kind: comparing(`kinds.${kind}`), count: String(states.counts[kind]) }),
      })),
    given: all.length === 0 ? t('distance.none') : t('distance.given', { given: all.length - bare.length, count: all.length }),
    groups: groups
      .map(({ title, stepId, entries }) => ({
        title,
        differences: entries
          .filter(({ reasons }) => reasons.length > 0)
          .map(({ entry, reasons }) => ({
            kind: entry.kind,
            text: entryText(entry),
            fields: words.fieldsOf(entry).map((line) => toToldField(line, locale)),
            note: words.noteOf(entry),
            reasons: reasons.map((reason) => tellReason(reason, stepId)),
          })),
      }))
      .filter(({ differences }) => differences.length > 0),
    bare: { title: t('distance.bare', { count: bare.length }), differences: bare },
    labels: { answers: t('distance.answers'), aim: t('distance.aim'), why: t('distance.why') },
  };
}

function toToldField({ label, pieces, before, after, change }: FieldLine, locale: Locale): ToldField {
  if (pieces) return { label, ...mergeText(pieces) };
  const t = translatorOf(locale, 'comparing');
  return { label, text: change === '' ? t('fromTo', { before, after }) : t('difference', { before, after, change }), spans: [] };
}

function makeTellReason(
  map: JourneyMap,
  { base, evidence }: Pick<ExportedFuture, 'base' | 'evidence'>,
  locale: Locale,
  labels: LayoutLabels,
): (reason: Reason, stepId: string | null) => ToldReason {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'future.reason' });
  const say = translatorOf(locale, 'export');
  const number = new Intl.NumberFormat(locale);
  const cards = new Map(
    [...base.cards, ...map.cards.filter(({ deletedAt }) => deletedAt === undefined)].map((card) => [card.id, card]),
  );
  const personas = new Map([...base.personas, ...map.personas].map(({ id, name }) => [id, name.trim()]));
  const felt = new Map(base.emotions.map(({ stepId, personaId, value }) => [`${stepId} ${personaId}`, value]));

  const tellAnswer = ({ type, id }: ReasonAnswer): Told => {
    if (type === 'card') {
      const text = cards.get(id)?.text.trim();
      return { icon: text ? 'pain' : 'missing', text: text || t('cardGone'), detail: '', isQuote: false };
    }
    const said = evidence.get(id) ?? { text: t('evidenceGone'), detail: '', isQuote: false, isMissing: true };
    return { icon: said.isMissing ? 'missing' : 'said', text: said.text, detail: said.detail, isQuote: said.isQuote };
  };
  const tellAim = ({ aim }: Reason, stepId: string | null): Told | null => {
    if (!aim) return null;
    const plain = { detail: '', isQuote: false };
    if (aim.kind === 'moment') return { icon: 'held', text: t('aims.moment'), ...plain };
    if (aim.kind === 'score') {
      const value = number.format(aim.to).replace('-', '−');
      return { icon: 'score', text: say('distance.score', { metric: t(`aims.${aim.metric}`), value }), ...plain };
    }
    const who = personas.get(aim.personaId) || labels.unnamedPersona;
    const before = felt.get(`${stepId} ${aim.personaId}`);
    const detail = before === undefined ? '' : say('distance.feltBefore', { value: labels.emotionValue(before) });
    const text = say('distance.feels', { who, value: labels.emotionValue(aim.to) });
    return { icon: { feeling: aim.to }, text, detail, isQuote: false };
  };
  return (reason, stepId) => ({
    text: reason.text.trim(),
    answers: reason.answers.map(tellAnswer),
    aim: tellAim(reason, stepId),
  });
}
