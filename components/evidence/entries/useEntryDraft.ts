'use client';

import { useEffect, useState } from 'react';
import { z } from 'zod';
import { type EntryFields, entryFieldsSchema } from './entry';

const draftSchema = z.object({
  /** By which the same entry, sent twice, is one. */
  key: z.string().min(10).max(100),
  fields: entryFieldsSchema,
  /** When the entry that is changed had been edited last when this was begun. */
  seen: z.string().nullable().default(null),
  /** What was sent as a new entry, if it may have arrived. */
  sent: entryFieldsSchema.nullable().default(null),
  at: z.number(),
});
type Draft = z.output<typeof draftSchema>;

/** Milliseconds that what was begun is kept on the device. */
const keptFor = 7 * 24 * 60 * 60_000;

const keyOf = (name: string): string => `wegmarke.entry.${name}`;

const begin = (fields: EntryFields, seen: string | null): Draft => ({
  ...{ key: crypto.randomUUID(), fields, seen, sent: null },
  at: Date.now(),
});

function readDraft(name: string): Draft | null {
  try {
    const { data } = draftSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null'));
    if (data && Date.now() - data.at < keptFor) return data;
    localStorage.removeItem(keyOf(name));
    return null;
  } catch {
    return null;
  }
}

/**
 * What somebody is writing, kept on the device until it is saved, so that it outlives a reload. `name`: whose it is, and of which entry. `isRestored`: it comes from
 * before the page was opened.
 */
export function useEntryDraft(name: string, first: EntryFields, seen: string | null) {
  const [draft, setDraft] = useState<Draft>(() => begin(first, seen));
  const [isRestored, setRestored] = useState(false);
  const [isChanged, setChanged] = useState(false);
  // Not while the page is made on the server, which has no device.
  useEffect(() => {
    const kept = readDraft(name);
    if (!kept) return;
    setDraft(kept);
    setRestored(true);
    setChanged(true);
  }, [name]);
  useEffect(() => {
    if (!isChanged) return;
    try {
      localStorage.setItem(keyOf(name), JSON.stringify({ ...draft, at: Date.now() }));
    } catch {
      // Then it lasts as long as the page.
    }
  }, [name, draft, isChanged]);
  const restart = (fields: EntryFields, nowSeen: string | null): void => {
    try {
      localStorage.removeItem(keyOf(name));
    } catch {
      // Nothing was kept.
    }
    setRestored(false);
    setChanged(false);
    setDraft(begin(fields, nowSeen));
  };
  return {
    key: draft.key,
    fields: draft.fields,
    seen: draft.seen,
    sent: draft.sent,
    isRestored,
    isChanged,
    change: (change: Partial<EntryFields>) => {
      setChanged(true);
      setDraft((before) => ({ ...before, fields: { ...before.fields, ...change } }));
    },
    /** Notes what is sent as a new entry; null once it is known that it did not arrive. */
    noteSent: (sent: EntryFields | null) => setDraft((before) => ({ ...before, sent })),
    restart,
  };
}
