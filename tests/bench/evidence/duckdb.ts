import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { EvidenceLink } from '@/lib/map/evidenceLink';
import { installPackages } from '../installPackages';
import type { answerOf } from './answers';

/** What is used of `@duckdb/node-api`, which only this benchmark installs. */
type Connection = {
  run: (sql: string) => Promise<unknown>;
  runAndReadAll: (sql: string) => Promise<{ getRowObjects: () => Record<string, unknown>[] }>;
  closeSync: () => void;
};
type DuckDB = {
  DuckDBInstance: { create: (path: string) => Promise<{ connect: () => Promise<Connection>; closeSync: () => void }> };
};

/** Answers by link, month and score, of all three questions. */
export type DuckAnswers = {
  count: (
    link: EvidenceLink,
  ) => Promise<{ month: string; nps: number | null; csat: number | null; ces: number | null; n: number }[]>;
  close: () => void;
};

const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** The answers that a link means, as a condition. Words are looked for at the beginnings of words, as ours are. */
function conditionOf({ filter, responseId }: EvidenceLink): string {
  const { touchpoint, channel, segment, from, to, text } = (filter ?? {}) as Partial<Record<string, string>>;
  const parts = ['true'];
  if (responseId) parts.push(`id = ${quoted(responseId)}`);
  if (touchpoint) parts.push(`touchpoint = ${quoted(touchpoint)}`);
  if (channel) parts.push(`channel = ${quoted(channel)}`);
  if (segment) parts.push(`region = ${quoted(segment.replace('Region=', ''))}`);
  if (from) parts.push(`day >= ${quoted(from)}`);
  if (to) parts.push(`day <= ${quoted(to)}`);
  for (const word of text?.split(' ') ?? []) parts.push(`regexp_matches(said, ${quoted(`(?i)\\b${word}`)})`);
  return parts.join(' and ');
}

/** An analytical database in this process's memory with the same answers, in columns. */
export async function openDuckDB(count: number, make: typeof answerOf, idOf: (index: number) => string): Promise<DuckAnswers> {
  const folder = fileURLToPath(new URL('./duckdb', import.meta.url));
  installPackages(folder);
  const { DuckDBInstance } = (await import(join(folder, 'node_modules/@duckdb/node-api/lib/index.js'))) as DuckDB;
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const temporary = mkdtempSync(join(tmpdir(), 'wegmarke-bench-'));
  try {
    const file = join(temporary, 'answers.csv');
    const lines = function* (): Generator<string> {
      yield 'id,day,touchpoint,channel,region,nps,csat,ces,said\n';
      for (let index = 0; index < count; index++) {
        const { day, touchpoint, channel, segments, nps, csat, ces, text = '' } = make(index);
        yield `${[idOf(index), day, touchpoint, channel, segments.Region, nps, csat, ces, text].join(',')}\n`;
      }
    };
    await pipeline(Readable.from(lines()), createWriteStream(file));
    await connection.run(`create table answers as select * from read_csv(${quoted(file)}, header = true)`);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return {
    async count(link) {
      const found = await connection.runAndReadAll(
        `select strftime(day, '%Y-%m') as month, nps, csat, ces, count(*)::int as n from answers where ${conditionOf(link)}
         group by grouping sets ((month, nps), (month, csat), (month, ces))`,
      );
      return found.getRowObjects() as Awaited<ReturnType<DuckAnswers['count']>>;
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
