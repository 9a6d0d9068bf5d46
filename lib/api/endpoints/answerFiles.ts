import { z } from 'zod';
import { requireImportAccess, requireSourceAccess } from '@/lib/auth/sourceAccess';
import { listImports } from '@/lib/data/evidence/imports';
import { contentDisposition, toFileName } from '@/lib/export/fileName';
import { textStream } from '@/lib/http/textStream';
import { translatorOf } from '@/lib/i18n/translator';
import { beginImporting, takeBack } from '@/lib/sources/beginImporting';
import { rejectionCsv } from '@/lib/sources/rejectionCsv';
import { stageFile } from '@/lib/sources/stageFile';
import { endpoint } from '../endpoint';
import { givenPlanSchema, importIdParams, importSchema, sourceIdParams } from '../schemas/evidence';
import { toImportBody } from './sourceBodies';

export const listImportsEndpoint = endpoint({
  method: 'GET',
  path: '/sources/{sourceId}/imports',
  id: 'listImports',
  tag: 'Evidence',
  summary: 'List the files of a source',
  description: 'The last 200, the newest first.',
  access: 'read',
  conditional: true,
  params: sourceIdParams,
  answer: {
    status: 200,
    description: 'The files.',
    schema: z.object({ items: z.array(importSchema) }).meta({ id: 'EvidenceImports' }),
  },
  problems: ['forbidden', 'notFound'],
  example: { params: { sourceId: '{sourceId}' } },
  handle: async ({ runtime, actor, params, locale }) => {
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.importAnswers', runtime.database);
    const rows = await listImports(runtime.database, source.id);
    return { body: { items: rows.map((row) => toImportBody(row, locale)) } };
  },
});

export const uploadAnswersEndpoint = endpoint({
  method: 'POST',
  path: '/sources/{sourceId}/imports',
  id: 'uploadAnswers',
  tag: 'Evidence',
  summary: 'Bring a file of answers',
  description:
    'CSV, TSV, XLSX or JSON, as it is, up to MAX_EVIDENCE_MB. It lies ready for a day: look at it (`inspectAnswers`), then import it (`startImport`).',
  access: 'write',
  cost: 10,
  params: sourceIdParams,
  query: z.object({ name: z.string().max(300).optional().describe('The file’s name.') }),
  body: { kind: 'stream', mediaTypes: ['application/octet-stream', 'text/csv', 'text/plain', 'application/json'] },
  answer: { status: 201, description: 'The file, not yet imported.', schema: importSchema },
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: {
    params: { sourceId: '{sourceId}' },
    query: { name: 'answers.csv' },
    body: 'Date,How likely are you to recommend us? (0-10),Why?\n2026-11-02,9,Quick and friendly\n',
  },
  handle: async ({ runtime, actor, params, query, body, locale }) => {
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.importAnswers', runtime.database);
    const row = await stageFile(runtime, actor, source, { name: query.name ?? '', body });
    return { status: 201, body: toImportBody(row, locale) };
  },
});

export const getImportEndpoint = endpoint({
  method: 'GET',
  path: '/imports/{importId}',
  id: 'getImport',
  tag: 'Evidence',
  summary: 'Read how far a file is',
  access: 'read',
  conditional: true,
  params: importIdParams,
  answer: { status: 200, description: 'The file.', schema: importSchema },
  problems: ['forbidden', 'notFound'],
  example: { params: { importId: '{importId}' } },
  handle: async ({ runtime, actor, params, locale }) => {
    const { row } = await requireImportAccess(actor, params.importId, runtime.database);
    return { body: toImportBody(row, locale) };
  },
});

export const startImportEndpoint = endpoint({
  method: 'POST',
  path: '/imports/{importId}/start',
  id: 'startImport',
  tag: 'Evidence',
  summary: 'Import a file that lies ready',
  description:
    'By a plan, which is remembered for the next file of this shape; without one, by that which `inspectAnswers` gives. Its answers count all at once, when it is `finished`.',
  access: 'write',
  cost: 10,
  params: importIdParams,
  body: {
    kind: 'json',
    required: false,
    schema: z.strictObject({ plan: givenPlanSchema.optional() }).meta({ id: 'ImportStart' }),
  },
  answer: { status: 200, description: 'The file, waiting or being imported.', schema: importSchema },
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'tooMany', 'unsupportedMedia'],
  example: { params: { importId: '{importId}' }, body: {} },
  handle: async ({ runtime, actor, params, body, locale }) => {
    const found = await requireImportAccess(actor, params.importId, runtime.database);
    return { body: toImportBody(await beginImporting(runtime, found, body.plan), locale) };
  },
});

export const takeBackImportEndpoint = endpoint({
  method: 'DELETE',
  path: '/imports/{importId}',
  id: 'takeBackImport',
  tag: 'Evidence',
  summary: 'Cancel an import, or take a file back',
  description:
    'At whatever stage it is. Answers of it that counted do not count any more, and are removed. Those wait while another file of the source is imported.',
  access: 'write',
  params: importIdParams,
  answer: { status: 204, description: 'None of its answers counts.' },
  problems: ['forbidden', 'notFound', 'conflict'],
  example: { params: { importId: '{importId}' } },
  handle: async ({ runtime, actor, params }) => {
    await takeBack(runtime, actor, await requireImportAccess(actor, params.importId, runtime.database));
    return { status: 204 };
  },
});

export const getRejectionsEndpoint = endpoint({
  method: 'GET',
  path: '/imports/{importId}/rejections',
  id: 'getRejections',
  tag: 'Evidence',
  summary: 'Read which rows were not taken over, and why',
  description: 'CSV (UTF-8): the line, the column, the reason; the first 10,000, for 30 days.',
  access: 'read',
  params: importIdParams,
  answer: { status: 200, description: 'The report.', mediaTypes: ['text/csv'] },
  problems: ['forbidden', 'notFound'],
  example: { params: { importId: '{importId}' } },
  handle: async ({ runtime, actor, params, locale }) => {
    const { row } = await requireImportAccess(actor, params.importId, runtime.database);
    const name = toFileName(`${row.fileName} ${translatorOf(locale, 'sources')('report.fileName')}`, 'report', 'csv');
    return new Response(textStream(rejectionCsv(runtime.database, row.id, locale)), {
      headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': contentDisposition(name) },
    });
  },
});
