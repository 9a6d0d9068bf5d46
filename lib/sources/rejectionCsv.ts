import { z } from 'zod';
import { toCsvCell } from '@/lib/audit/csvCell';
import type { Database } from '@/lib/data/database';
import { pageRejections } from '@/lib/data/evidence/imports';
import { rejectionKeys } from '@/lib/evidence/reading/readingProblem';
import type { Locale } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';

const problemSchema = z.object({
  key: z.enum(rejectionKeys),
  column: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});

const toLine = (cells: readonly string[]): string => `${cells.map(toCsvCell).join(',')}\r\n`;

/** The rejected rows of a file as CSV (RFC 4180, UTF-8 with a mark for spreadsheets): line, column, reason. Cells that a spreadsheet would take for a formula are none. */
export async function* rejectionCsv(db: Database, importId: string, locale: Locale): AsyncGenerator<string, void, undefined> {
  const t = translatorOf(locale, 'sources');
  const say = translatorOf(locale, 'reading');
  yield `\ufeff${toLine([t('report.line'), t('report.column'), t('report.reason')])}`;
  for (let after = -1; ; ) {
    const rows = await pageRejections(db, importId, after);
    const last = rows.at(-1);
    if (!last) return;
    after = last.row;
    yield rows
      .map(({ line, problem }) => {
        const read = problemSchema.safeParse(problem);
        if (!read.success) return toLine([String(line), '', t('report.unknown')]);
        const { key, column = '', values } = read.data;
        return toLine([String(line), column, say(key, values as never)]);
      })
      .join('');
  }
}
