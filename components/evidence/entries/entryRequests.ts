import { z } from 'zod';
import { RequestError, requestJson, toRequestError } from '@/components/workspace/request';
import { type EntryFields, type EntryFile, entryFileSchema, toEntryBody } from './entry';

const savedSchema = z.object({ id: z.string(), editedAt: z.string().nullable() });

/** What is known of an entry that was saved. `editedAt`: when it was edited last. */
export type SavedEntry = z.output<typeof savedSchema>;

async function send(path: string, init: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers: { 'Accept-Language': document.documentElement.lang, ...init.headers } });
  } catch {
    throw new RequestError('offline', null);
  }
  if (!response.ok) throw await toRequestError(response);
  return response.json();
}

/** Saves a new entry: sent again with the same key after a lost answer, it is one. */
export async function createEntry(sourceId: string, fields: EntryFields, key: string): Promise<SavedEntry> {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
  const body = JSON.stringify(toEntryBody(fields));
  return savedSchema.parse(await send(`/api/v1/sources/${sourceId}/entries`, { method: 'POST', headers, body }));
}

/** Saves what became of an entry. `seen`: when it had been edited last. */
export function changeEntry(sourceId: string, id: string, fields: EntryFields, seen: string | null): Promise<SavedEntry> {
  return requestJson('PATCH', `/api/v1/sources/${sourceId}/entries/${id}`, savedSchema, { ...toEntryBody(fields), seen });
}

/** Adds a picture or file to an entry. */
export async function attachFile(sourceId: string, id: string, file: File): Promise<EntryFile> {
  const path = `/api/v1/sources/${sourceId}/entries/${id}/files?name=${encodeURIComponent(file.name.slice(-300))}`;
  const headers = { 'Content-Type': 'application/octet-stream' };
  return entryFileSchema.parse(await send(path, { method: 'POST', headers, body: file }));
}
