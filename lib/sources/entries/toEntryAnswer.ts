import type { WantedColumn } from '@/lib/data/evidence/columns';
import type { Slice } from '@/lib/data/evidence/slices';
import type { AnswerInput } from '@/lib/data/evidence/writeAnswers';
import { shortHash } from '@/lib/evidence/reading/fileShape';
import { findPersonalData, maskPersonalData, usualMask } from '@/lib/evidence/reading/personal/findPersonalData';
import { cleanText, cleanValue } from '@/lib/evidence/reading/values/cleanText';
import type { Locale } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';
import { type ColumnNumbers, toAnswer } from '../toAnswer';
import { type Entry, satisfactionScale } from './entryShape';

/** Names of the columns that entries have, whatever they are called where they are shown. */
export const entryColumns = { text: 'entry', who: 'entry who', satisfaction: 'entry satisfaction' } as const;
/** The column of segments. */
export const segmentColumn = 'Segment';

/** The columns that an entry needs, called in the language of whoever writes the first one. */
export function listEntryColumns({ who, satisfaction }: Entry, locale: Locale): WantedColumn[] {
  const t = translatorOf(locale, 'sources');
  return [
    { kind: 'verbatim', name: entryColumns.text, label: t('entry.text') },
    ...(who ? [{ kind: 'personal' as const, name: entryColumns.who, label: t('entry.who') }] : []),
    ...(satisfaction === null
      ? []
      : [{ kind: 'score' as const, name: entryColumns.satisfaction, label: t('entry.satisfaction'), scale: satisfactionScale }]),
  ];
}

const masked = (text: string): string => maskPersonalData(text).text;
const toValue = (text: string | null): string | null => cleanValue(masked(text ?? '')) || null;

/** What somebody is known by. An address or number is left out: masked, it would stand for everybody. */
const toLabel = (text: string | null): string | null =>
  text === null || text.includes(usualMask) || findPersonalData(text).length > 0 ? null : cleanValue(text) || null;

/** Whether there is something in an entry that would be masked, and is to stay. */
export const keepsSomething = ({ keepsPersonal, text, who }: Entry): boolean =>
  keepsPersonal && [text, who ?? ''].some((part) => findPersonalData(part).length > 0);

/** An entry as an answer like any other. `seed`: by which it is known. Groups, channels and touchpoints are seen by all members, so that they never hold an address or number. */
export function toEntryAnswer(
  entry: Entry,
  { seed, numbers, key }: { seed: string; numbers: ColumnNumbers; key: string },
): { slice: Slice; answer: AnswerInput } {
  const { day, satisfaction, keepsPersonal } = entry;
  const text = keepsPersonal ? entry.text : masked(entry.text);
  const who = keepsPersonal ? cleanValue(entry.who ?? '') || null : toLabel(entry.who);
  const segment = toValue(entry.segment);
  return toAnswer(
    {
      ...{ kind: 'response', row: 0, line: 1, language: null, responseId: null, personId: who },
      fingerprint: `entry ${seed}`,
      contentFingerprint: shortHash(JSON.stringify(entry)),
      time: { at: Date.parse(`${day}T12:00:00Z`), day },
      touchpoint: toValue(entry.touchpoint),
      channel: toValue(entry.channel),
      category: null,
      segments: segment === null ? [] : [{ column: segmentColumn, value: segment }],
      scores: satisfaction === null ? [] : [{ column: entryColumns.satisfaction, metric: 'csat', value: satisfaction }],
      verbatims: [{ column: entryColumns.text, text: cleanText(text), masked: [] }],
      personal: who === null ? [] : [{ column: entryColumns.who, data: 'other', treatment: 'keep', value: who }],
    },
    { numbers, key },
  );
}
