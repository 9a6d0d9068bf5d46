import { z } from 'zod';
import { importKinds } from '@/lib/evidence/importKind';
import { importStates } from '@/lib/evidence/importState';

const problemSchema = z.object({
  key: z.string(),
  line: z.number().nullable(),
  column: z.string().nullable(),
  sentence: z.string(),
});

/** What is to be said of a file or one of its rows, with its sentence. */
export type FileProblem = z.output<typeof problemSchema>;

/** One file of answers, as the server tells of it. */
export const fileImportSchema = z.object({
  id: z.string(),
  sourceId: z.string(),
  kind: z.enum(importKinds),
  state: z.enum(importStates),
  fileName: z.string(),
  byteCount: z.number(),
  bytesRead: z.number(),
  rowsRead: z.number(),
  added: z.number(),
  skipped: z.number(),
  changed: z.number(),
  erased: z.number(),
  expired: z.number(),
  rejected: z.number(),
  failure: problemSchema.nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
});
export type FileImport = z.output<typeof fileImportSchema>;

const rowSchema = z.object({ line: z.number(), cells: z.array(z.string()) });

/** How the server understands a file that lies ready. The plan itself is judged where it is used. */
export const inspectedSchema = z.object({
  plan: z.unknown(),
  isRemembered: z.boolean(),
  remarks: z.array(problemSchema),
  sheets: z.array(z.string()),
  headers: z.array(z.array(z.string())),
  rows: z.array(rowSchema),
});

const valuesOf = <Value extends z.ZodType>(value: Value) => z.array(z.object({ column: z.string(), value }));

const previewedRowSchema = z.object({
  line: z.number(),
  problem: problemSchema.nullable(),
  isRepeated: z.boolean(),
  at: z.string().nullable(),
  touchpoint: z.string().nullable(),
  channel: z.string().nullable(),
  language: z.string().nullable(),
  category: z.string().nullable(),
  segments: valuesOf(z.string()),
  scores: valuesOf(z.number()),
  verbatims: valuesOf(z.string()),
});

/** A row as a plan reads it. */
export type PreviewedRow = z.output<typeof previewedRowSchema>;
export const previewSchema = z.object({ rows: z.array(previewedRowSchema) });
