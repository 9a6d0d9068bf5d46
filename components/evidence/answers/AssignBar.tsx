'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { Button } from '@/components/ui/Button';
import { Select } from '@/components/ui/Select';
import { useToast } from '@/components/ui/Toast';
import { requestJson } from '@/components/workspace/request';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import { type Category, toOptions } from '../categories/categorySet';

const assignedSchema = z.object({ assigned: z.number(), nextCursor: z.string().nullable() });

type Props = {
  sourceId: string;
  categories: readonly Category[];
  shown: readonly string[];
  chosen: ReadonlySet<string>;
  /** What the shown answers were asked for by. */
  query: Readonly<Record<string, string>>;
  onChooseAll: (isChosen: boolean) => void;
  onAssigned: () => void;
};

const rules = 'rules';
/** Answers that one request takes at most. */
const mostAtOnce = 200;

/** Puts the chosen answers, or all that were found, into a category by hand. */
export function AssignBar({ sourceId, categories, shown, chosen, query, onChooseAll, onAssigned }: Props) {
  const t = useTranslations('evidencePages.assign');
  const toast = useToast();
  const sentenceOf = useProblemSentence();
  const [target, setTarget] = useState('');
  const [done, setDone] = useState<number | null>(null);
  const isStopped = useRef(false);
  const categoryId = target === rules ? null : target;
  const send = (body: object) =>
    requestJson('POST', `/api/v1/sources/${sourceId}/assignments`, assignedSchema, { categoryId, ...body });

  const run = async (work: (note: (assigned: number) => void) => Promise<void>) => {
    let sum = 0;
    isStopped.current = false;
    setDone(0);
    try {
      await work((assigned) => {
        sum += assigned;
        setDone(sum);
      });
      toast({ title: t('done', { count: sum }), tone: 'success' });
    } catch (error) {
      toast({ title: sentenceOf(error), tone: 'danger' });
    }
    setDone(null);
    onChooseAll(false);
    onAssigned();
  };
  const assignChosen = () =>
    run(async (note) => {
      const ids = [...chosen];
      for (let at = 0; at < ids.length && !isStopped.current; at += mostAtOnce) {
        note((await send({ answers: ids.slice(at, at + mostAtOnce) })).assigned);
      }
    });
  const assignFound = () =>
    run(async (note) => {
      let cursor: string | null = null;
      do {
        const page: z.output<typeof assignedSchema> = await send({ filter: query, ...(cursor === null ? {} : { cursor }) });
        note(page.assigned);
        cursor = page.nextCursor;
      } while (cursor !== null && !isStopped.current);
    });

  const isAll = shown.length > 0 && chosen.size === shown.length;
  return (
    <section
      aria-label={t('title')}
      className="sticky top-0 z-10 -mx-2 mb-2 flex flex-wrap items-end gap-3 rounded-lg border border-line bg-surface-raised p-3 shadow-card"
    >
      <label className="flex min-h-10 items-center gap-2 text-sm">
        <input
          type="checkbox"
          className="size-4 accent-ink"
          checked={isAll}
          disabled={shown.length === 0}
          onChange={() => onChooseAll(!isAll)}
        />
        {t('all', { count: shown.length })}
      </label>
      <div className="min-w-44 flex-1 sm:max-w-80">
        <Select
          label={t('to')}
          value={target}
          options={[{ value: '', label: t('pick') }, ...toOptions(categories), { value: rules, label: t('byRules') }]}
          onChange={setTarget}
        />
      </div>
      <Button
        variant="primary"
        className="h-10"
        disabled={target === '' || chosen.size === 0 || done !== null}
        onClick={() => void assignChosen()}
      >
        {t('chosen', { count: chosen.size })}
      </Button>
      <Button className="h-10" disabled={target === '' || shown.length === 0 || done !== null} onClick={() => void assignFound()}>
        {t('found')}
      </Button>
      <p role="status" className="flex min-h-10 items-center gap-3 text-ink-soft text-sm">
        {done === null ? null : (
          <>
            {t('working', { count: done })}
            <Button
              size="sm"
              onClick={() => {
                isStopped.current = true;
              }}
            >
              {t('stop')}
            </Button>
          </>
        )}
      </p>
    </section>
  );
}
