import { toCsvCell } from '@/lib/audit/csvCell';
import { type Answer, type AnswerColumn, saidIn } from '../answers/answer';

/** An answer of somebody with the source that it is in. */
export type FoundAnswer = { sourceId: string; answer: Answer };

/** What is known of a source for whoever reads its answers. */
export type KnownSource = { id: string; name: string; columns: readonly AnswerColumn[] };

type Heads = { source: string; time: string; what: string; value: string };

const unknownColumns = (values: Readonly<Record<string, unknown>>): AnswerColumn[] =>
  Object.keys(values).map((number) => ({ number: Number(number), kind: 'verbatim', label: number, metric: null }));

/** Everything that an answer holds, as pairs of what was asked and what was said. */
export function partsOf({ answer }: FoundAnswer, source: KnownSource | undefined): { what: string; value: string }[] {
  const { scores, verbatims, personal, dimensions, entry } = answer;
  const columnsFor = (values: Readonly<Record<string, unknown>>) => source?.columns ?? unknownColumns(values);
  return [
    ...Object.entries(dimensions).map(([what, value]) => ({ what, value })),
    ...saidIn<number | string>(scores, columnsFor(scores)).map(({ column, value }) => ({
      what: column.label,
      value: String(value),
    })),
    ...saidIn(verbatims, columnsFor(verbatims)).map(({ column, value }) => ({ what: column.label, value })),
    ...saidIn(personal, columnsFor(personal)).map(({ column, value }) => ({ what: column.label, value })),
    ...(entry?.files ?? []).map(({ name }) => ({ what: 'file', value: name })),
  ];
}

/** What is stored about somebody as JSON, with the names of sources and questions in place of their ids. */
export function toPersonJson(found: readonly FoundAnswer[], sources: readonly KnownSource[]): string {
  const answers = found.map((one) => {
    const source = sources.find(({ id }) => id === one.sourceId);
    return { source: source?.name ?? one.sourceId, givenAt: one.answer.at, day: one.answer.day, said: partsOf(one, source) };
  });
  return `${JSON.stringify({ answers }, null, 2)}\n`;
}

/** The same as CSV (RFC 4180, UTF-8 with a mark for spreadsheets), one line for each thing that was said. */
export function toPersonCsv(found: readonly FoundAnswer[], sources: readonly KnownSource[], heads: Heads): string {
  const lines = [[heads.source, heads.time, heads.what, heads.value]];
  for (const one of found) {
    const source = sources.find(({ id }) => id === one.sourceId);
    const at = one.answer.at ?? one.answer.day ?? '';
    for (const { what, value } of partsOf(one, source)) lines.push([source?.name ?? one.sourceId, at, what, value]);
  }
  return `\ufeff${lines.map((cells) => `${cells.map(toCsvCell).join(',')}\r\n`).join('')}`;
}
