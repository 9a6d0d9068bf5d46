import { requireSourceAccess } from '@/lib/auth/sourceAccess';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import { requireEntry } from '@/lib/sources/entries/readEntry';
import { addEntry, changeEntry, deleteEntry, entryIdOf } from '@/lib/sources/entries/writeEntry';
import { endpoint } from '../endpoint';
import { createOnce } from '../once';
import { entryIdParams, entrySchemaOut, givenEntryChangeSchema, givenEntrySchema } from '../schemas/entries';
import { sourceIdParams } from '../schemas/evidence';
import { toEntryNoteBody } from './sourceBodies';

async function toEntryBody(runtime: Runtime, sourceId: string, id: string) {
  const { entry, note } = await requireEntry(runtime, sourceId, id);
  return { id, ...entry, ...toEntryNoteBody(note) };
}

export const createEntryEndpoint = endpoint({
  method: 'POST',
  path: '/sources/{sourceId}/entries',
  id: 'createEntry',
  tag: 'Evidence',
  summary: 'Type an interview or observation in',
  description:
    'Into a source of interviews or observations. It counts at once, like any answer, and can be linked, searched and erased like one.',
  access: 'write',
  idempotent: true,
  params: sourceIdParams,
  body: { kind: 'json', schema: givenEntrySchema },
  answer: { status: 201, description: 'The entry.', schema: entrySchemaOut },
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: {
    params: { sourceId: '{interviewsId}' },
    body: { day: '2026-11-20', who: 'P3', segment: 'new customers', channel: 'phone', text: 'I did not know whom to call.' },
  },
  handle: async (call) => {
    const { runtime, actor, params, body, locale } = call;
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.importAnswers', runtime.database);
    const entry = await createOnce(call, {
      newId: () => newId(),
      find: async (seed) => {
        const id = await entryIdOf(runtime, source, seed);
        return toEntryBody(runtime, source.id, id).catch((error: unknown) => {
          if (error instanceof AppError && error.code === 'notFound') return null;
          throw error;
        });
      },
      make: async (seed) => toEntryBody(runtime, source.id, await addEntry(runtime, actor, { source, locale }, body, seed)),
    });
    return { status: 201, body: entry };
  },
});

export const getEntryEndpoint = endpoint({
  method: 'GET',
  path: '/sources/{sourceId}/entries/{entryId}',
  id: 'getEntry',
  tag: 'Evidence',
  summary: 'Read what somebody typed in',
  access: 'read',
  params: entryIdParams,
  answer: { status: 200, description: 'The entry.', schema: entrySchemaOut },
  problems: ['forbidden', 'notFound'],
  example: { params: { sourceId: '{interviewsId}', entryId: '{entryId}' } },
  handle: async ({ runtime, actor, params }) => {
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.readAnswers', runtime.database);
    return { body: await toEntryBody(runtime, source.id, params.entryId) };
  },
});

export const changeEntryEndpoint = endpoint({
  method: 'PATCH',
  path: '/sources/{sourceId}/entries/{entryId}',
  id: 'changeEntry',
  tag: 'Evidence',
  summary: 'Change what somebody typed in',
  description: 'The body is the whole entry as it is to be; its files stay.',
  access: 'write',
  params: entryIdParams,
  body: { kind: 'json', schema: givenEntryChangeSchema },
  answer: { status: 200, description: 'The entry as it is now.', schema: entrySchemaOut },
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: {
    params: { sourceId: '{interviewsId}', entryId: '{entryId}' },
    body: { day: '2026-11-20', who: 'P3', text: 'I did not know whom to call, and gave up.' },
  },
  handle: async ({ runtime, actor, params, body, locale }) => {
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.importAnswers', runtime.database);
    await changeEntry(runtime, actor, { source, locale }, params.entryId, body);
    return { body: await toEntryBody(runtime, source.id, params.entryId) };
  },
});

export const deleteEntryEndpoint = endpoint({
  method: 'DELETE',
  path: '/sources/{sourceId}/entries/{entryId}',
  id: 'deleteEntry',
  tag: 'Evidence',
  summary: 'Delete what somebody typed in for good',
  description: 'With its pictures and files.',
  access: 'write',
  params: entryIdParams,
  answer: { status: 204, description: 'The entry is gone.' },
  problems: ['forbidden', 'notFound'],
  example: { params: { sourceId: '{interviewsId}', entryId: '{entryId}' } },
  handle: async ({ runtime, actor, params }) => {
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.importAnswers', runtime.database);
    await deleteEntry(runtime, source, params.entryId);
    return { status: 204 };
  },
});
