'use client';

import { useTranslations } from 'use-intl';
import type { ComparedEntry } from '@/lib/map/compare/comparedEntry';
import type { DifferenceWords } from '@/lib/versions/differenceWords';
import type { FieldLine } from '@/lib/versions/fieldWords';
import { WordPieces } from './WordPieces';

/** What a single difference is about, and what was otherwise. */
export function DifferenceText({ entry, words }: { entry: ComparedEntry; words: DifferenceWords }) {
  const t = useTranslations('comparing');
  const note = words.noteOf(entry);
  return (
    <span className="min-w-0 flex-1">
      <span className="block wrap-anywhere">
        <span className="font-semibold">{t(`kinds.${entry.kind}`)}</span> {words.whatOf(entry)}
      </span>
      {words.fieldsOf(entry).map((line) => (
        <Field key={line.field} line={line} />
      ))}
      {note === '' ? null : <span className="block text-ink-soft">{note}</span>}
    </span>
  );
}

function Field({ line: { label, pieces, before, after, change } }: { line: FieldLine }) {
  const t = useTranslations('comparing');
  return (
    <span className="block">
      <span className="text-ink-faint text-xs">{label}: </span>
      {pieces ? (
        <WordPieces pieces={pieces} />
      ) : (
        <span className="wrap-anywhere text-ink-soft">
          {change === '' ? t('fromTo', { before, after }) : t('difference', { before, after, change })}
        </span>
      )}
    </span>
  );
}
