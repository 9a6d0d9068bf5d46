'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useToast } from '@/components/ui/Toast';
import { RequestError } from '@/components/workspace/request';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import { pathOfSource, type Source } from '../source';
import { emptyEntry, type StoredEntry } from './entry';
import { attachFile, changeEntry, createEntry } from './entryRequests';
import { useEntryDraft } from './useEntryDraft';

type Options = {
  source: Source;
  userId: string;
  entry: StoredEntry | null;
  chosen: readonly File[];
  setChosen: (files: readonly File[]) => void;
};

type Stored = Pick<StoredEntry, 'id' | 'editedAt'>;

/** After saving: back to the answers, or on with the next entry of the same conversation. */
type Then = 'close' | 'next';

/** Keeps what is written in an entry, and saves it with its files. What could not be saved stays in the form. */
export function useSaveEntry({ source, userId, entry, chosen, setChosen }: Options) {
  const t = useTranslations('evidencePages.entries');
  const router = useRouter();
  const toast = useToast();
  const sentenceOf = useProblemSentence();
  const first = entry?.fields ?? emptyEntry();
  const draft = useEntryDraft(`${userId}.${source.id}.${entry?.id ?? 'new'}`, first, entry?.editedAt ?? null);
  const [errors, setErrors] = useState<{ day?: string; text?: string }>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState<Then | null>(null);
  // What this form has stored already, whose files could not be sent.
  const stored = useRef<Stored | null>(null);
  const { fields, key } = draft;

  const check = () => ({
    ...(/^\d{4}-\d\d-\d\d$/.test(fields.day) ? {} : { day: t('dayNeeded') }),
    ...(fields.text.trim() === '' ? { text: t('textNeeded') } : {}),
  });

  /** A new entry. If one was sent whose answer was lost, it may be there: sent again as it was, it is one, and then it is changed. */
  async function create(): Promise<Stored> {
    const { sent } = draft;
    if (!sent) draft.noteSent(fields);
    try {
      const made = await createEntry(source.id, sent ?? fields, key);
      const isSame = !sent || JSON.stringify(sent) === JSON.stringify(fields);
      return isSame ? made : await changeEntry(source.id, made.id, fields, made.editedAt);
    } catch (error) {
      if (!sent && error instanceof RequestError && error.kind === 'refused') draft.noteSent(null);
      throw error;
    }
  }

  async function store(): Promise<void> {
    // What was begun of an entry is of that state of it, however often the page was opened since.
    const current = stored.current ?? (entry && { id: entry.id, editedAt: draft.seen });
    stored.current = current ? await changeEntry(source.id, current.id, fields, current.editedAt) : await create();
    const { id } = stored.current;
    let left = [...chosen];
    for (const file of chosen) {
      await attachFile(source.id, id, file);
      left = left.filter((one) => one !== file);
      setChosen(left);
    }
  }

  const save = async (then: Then): Promise<void> => {
    if (busy) return;
    const wrong = check();
    setErrors(wrong);
    setProblem(null);
    if (Object.keys(wrong).length > 0) return;
    setBusy(then);
    try {
      await store();
      const { editedAt } = stored.current ?? { editedAt: null };
      stored.current = null;
      const { day, who, segment, channel, touchpoint } = fields;
      draft.restart(emptyEntry(then === 'next' ? { day, who, segment, channel, touchpoint } : {}), entry && editedAt);
      toast({ title: t('saved'), tone: 'success' });
      if (then === 'close') router.push(`${pathOfSource(source)}/answers`);
      else setBusy(null);
      router.refresh();
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(null);
    }
  };
  return { draft, errors, problem, busy, save, discard: () => draft.restart(first, entry?.editedAt ?? null) };
}
