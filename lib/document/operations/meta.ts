import type * as Y from 'yjs';
import { type MapKind, mapKinds } from '@/lib/map/meta';
import { localOrigin, metaOf } from '../schema';
import { setField } from './records';

/** Says whether the map shows the current or the future state. */
export function setMapKind(doc: Y.Doc, input: { kind: MapKind }, origin: unknown = localOrigin): boolean {
  if (!mapKinds.includes(input.kind)) return false;
  doc.transact(() => setField(metaOf(doc), 'kind', input.kind), origin);
  return true;
}

/** Sets the day that the map shows, `YYYY-MM-DD`, or none with an empty text. False when there is no such day. */
export function setAsOf(doc: Y.Doc, input: { asOf: string }, origin: unknown = localOrigin): boolean {
  if (input.asOf !== '' && !isDay(input.asOf)) return false;
  doc.transact(() => setField(metaOf(doc), 'asOf', input.asOf), origin);
  return true;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // 30 February is moved to March by some engines and refused by others.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
