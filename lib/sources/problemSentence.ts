import { z } from 'zod';
import { type ReadingProblem, refusalKeys, rejectionKeys, remarkKeys } from '@/lib/evidence/reading/readingProblem';
import type { Locale } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';

const failureKeys = ['import.fileLost', 'import.unexpected'] as const;

const storedSchema = z.object({
  key: z.enum([...refusalKeys, ...rejectionKeys, ...remarkKeys, ...failureKeys]),
  line: z.int().optional(),
  column: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});

/** What is to be said of a file, with its sentence. */
export type ProblemOfFile = { key: string; line: number | null; column: string | null; sentence: string };

type Failure = (typeof failureKeys)[number];
const isFailure = (key: string): key is Failure => failureKeys.some((known) => known === key);

/** Why an import failed, or what is wrong with a row, as it was stored. What this version does not know is something unexpected. */
export function readProblem(stored: unknown, locale: Locale): ProblemOfFile {
  const unknown: z.output<typeof storedSchema> = { key: 'import.unexpected', values: {} };
  const { key, line = null, column = null, values } = storedSchema.safeParse(stored).data ?? unknown;
  const sentence = isFailure(key) ? translatorOf(locale, 'sources')(key) : translatorOf(locale, 'reading')(key, values as never);
  return { key, line, column, sentence };
}

/** A problem of a file that was just read. */
export const sayProblem = (problem: ReadingProblem, locale: Locale): ProblemOfFile => readProblem(problem, locale);
