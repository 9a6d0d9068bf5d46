import type { TextReference } from '@/lib/document/textReference';

const mainFields = new Set(['title', 'text', 'label', 'name']);

/**
 * What presence calls a text that is typed in: a reference key for the main text of a record (`card:h4G…`, `meta:title`),
 * with the field behind a `#` for another one (`step:h4G…#notes`).
 */
export function textKey(reference: TextReference): string {
  if (reference.type === 'meta') return `meta:${reference.field}`;
  const record = `${reference.type}:${reference.id}`;
  return mainFields.has(reference.field) ? record : `${record}#${reference.field}`;
}

/** The reference key of the record that a text belongs to. */
export function recordKeyOf(key: string): string {
  return key.split('#')[0] ?? key;
}
