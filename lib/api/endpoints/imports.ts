import { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { AppError } from '@/lib/errors';
import { type Locale, localeSchema } from '@/lib/i18n/locale';
import { type MadeMap, makeMap } from '@/lib/maps/mapSource';
import type { Runtime } from '@/lib/runtime';
import { endpoint, type FileBody } from '../endpoint';
import { id } from '../schemas/common';
import { madeMapSchema, reportSchema } from '../schemas/report';
import { createMadeMap, newMapAnswer } from './newMap';

const fileQuery = {
  format: z.enum(['mermaid', 'json']).describe('What the file is: a Mermaid `journey`, or a map that Wegmarke has written.'),
  name: z.string().max(300).optional().describe('The file’s name: for the title of a map that has none, and for the notes.'),
  locale: localeSchema
    .optional()
    .describe('Language of the map’s own words; by default that of Accept-Language, else that of the token’s person.'),
};
type FileQuery = { format: 'mermaid' | 'json'; name?: string | undefined; locale?: Locale | undefined };

const file = {
  kind: 'file',
  mediaTypes: ['text/plain', 'application/json', 'application/octet-stream'],
  limit: (env) => env.MAX_FILE_MB,
} as const satisfies FileBody;

const journey = [
  'journey',
  '  title My bill is wrong',
  '  section Notice',
  '    Opens the bill: 2: Petra',
  '    Calls: 1: Petra',
].join('\n');

async function readFile(
  { runtime, actor }: { runtime: Pick<Runtime, 'env' | 'exporter' | 'database'>; actor: Actor },
  bytes: Uint8Array,
  query: FileQuery,
  { locale, workspaceId = null }: { locale: Locale; workspaceId?: string | null },
): Promise<MadeMap> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('invalid', 'The file is not UTF-8 text.', { messageKey: 'fileNotUtf8', cause });
  }
  const { format, name, locale: language } = query;
  return makeMap(runtime, { type: format, text, name, locale: language }, locale, actor, workspaceId);
}

export const importMapEndpoint = endpoint({
  method: 'POST',
  path: '/maps/import',
  id: 'importMap',
  tag: 'Files',
  summary: 'Make a map from a file',
  description:
    'The body is the file as it is, UTF-8. What cannot be taken over is reported line by line and kept in the map’s notes.',
  access: 'write',
  cost: 10,
  idempotent: true,
  query: z.object({ workspace: id.describe('Where the map is to be.'), ...fileQuery }),
  body: file,
  answer: newMapAnswer(madeMapSchema),
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: { query: { workspace: '{workspaceId}', format: 'mermaid', name: 'bill.mmd' }, body: journey },
  handle: async (call) => {
    const { runtime, actor, query, body, locale } = call;
    const { workspace } = await requireWorkspaceAccess(actor, query.workspace, 'workspace.createMap', runtime.database);
    const made = await readFile(call, body, query, { locale, workspaceId: workspace.id });
    return createMadeMap(call, workspace.id, made, query.format);
  },
});

export const checkFileEndpoint = endpoint({
  method: 'POST',
  path: '/maps/import/check',
  id: 'checkFile',
  tag: 'Files',
  summary: 'See what a file would lose, without making a map',
  access: 'read',
  cost: 10,
  query: z.object(fileQuery),
  body: file,
  answer: { status: 200, description: 'The report.', schema: z.object({ report: reportSchema }).meta({ id: 'Report' }) },
  problems: ['tooLarge', 'unsupportedMedia'],
  example: { query: { format: 'mermaid' }, body: journey },
  handle: async (call) => ({ body: { report: (await readFile(call, call.body, call.query, call)).report } }),
});
