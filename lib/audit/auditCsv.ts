import type { Locale } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';
import { auditSentence } from './auditSentence';
import { toCsvCell } from './csvCell';
import type { NamedAuditEntry } from './readAudit';

const toLine = (cells: readonly string[]): string => `${cells.map(toCsvCell).join(',')}\r\n`;

/** The audit log as CSV (RFC 4180, UTF-8 with a mark for spreadsheets): times in UTC, the sentence, and the ids behind it. */
export async function* auditCsv(
  pages: AsyncIterable<readonly NamedAuditEntry[]>,
  locale: Locale,
): AsyncGenerator<string, void, undefined> {
  const t = translatorOf(locale, 'audit');
  const columns = ['time', 'sentence', 'action', 'actor', 'actorId', 'subjectId', 'mapId', 'detail'] as const;
  yield `\ufeff${toLine(columns.map((column) => t(`columns.${column}`)))}`;
  for await (const entries of pages) {
    yield entries
      .map((entry) =>
        toLine([
          entry.at.toISOString(),
          auditSentence(entry, locale),
          entry.action,
          entry.actorName ?? '',
          entry.actorId ?? '',
          entry.subjectId ?? '',
          entry.mapId ?? '',
          JSON.stringify(entry.detail),
        ]),
      )
      .join('');
  }
}
