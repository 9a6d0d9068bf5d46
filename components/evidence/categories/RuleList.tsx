'use client';

import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { anyAnswer, requestJson } from '@/components/workspace/request';
import { controlOfLine, useLineFocus } from '@/components/workspace/useLineFocus';
import { useWork } from '@/components/workspace/useWork';
import type { TrySource } from './CategoriesView';
import { type CategorySet, pathsOf, type Rule } from './categorySet';
import { RuleDialog } from './RuleDialog';

type Props = { workspaceId: string; set: CategorySet; sources: readonly TrySource[]; mayManage: boolean };

/** The rules in the order in which they decide. */
export function RuleList({ workspaceId, set, sources, mayManage }: Props) {
  const t = useTranslations('evidencePages.rules');
  const format = useFormatter();
  const router = useRouter();
  const { busyId, run } = useWork();
  const [edited, setEdited] = useState<Rule | 'new' | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const { rules, items } = set;
  const noteEnd = useLineFocus(
    rules.map(({ id }) => id),
    (index) => controlOfLine(list.current, index),
  );
  const paths = pathsOf(items);
  const say = (words: readonly string[]): string =>
    format.list(
      words.map((word) => t('quoted', { word })),
      { type: 'disjunction' },
    );
  const place = (rule: Rule, after: string | null) =>
    run(rule.id, async () => {
      await requestJson('PATCH', `/api/v1/category-rules/${rule.id}`, anyAnswer, { after });
      router.refresh();
    });
  const remove = (rule: Rule) =>
    run(rule.id, async () => {
      await requestJson('DELETE', `/api/v1/category-rules/${rule.id}`, anyAnswer);
      noteEnd(rule.id);
      router.refresh();
    });
  return (
    <section aria-labelledby="category-rules">
      <div className="mb-1 flex flex-wrap items-center gap-3">
        <h2 id="category-rules" className="mr-auto font-bold text-lg">
          {t('title')}
        </h2>
        {mayManage ? (
          <Button icon={<Plus size={16} aria-hidden="true" />} onClick={() => setEdited('new')}>
            {t('add')}
          </Button>
        ) : null}
      </div>
      <p className="mb-3 max-w-prose text-pretty text-ink-soft text-sm">{t('lead')}</p>
      {rules.length === 0 ? (
        <p className="text-ink-faint">{t('none')}</p>
      ) : (
        <ol ref={list} className="divide-y divide-line border-line border-y" aria-label={t('title')}>
          {rules.map((rule, index) => {
            const name = paths.get(rule.categoryId) ?? '';
            return (
              <li key={rule.id} className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 py-2">
                <span className="w-6 text-right text-ink-soft text-sm tabular-nums" aria-hidden="true">
                  {index + 1}
                </span>
                <div className="min-w-0 flex-1 basis-60">
                  <p className="break-words font-semibold text-sm">{name}</p>
                  <p className="break-words text-ink-soft text-sm">
                    {t(`says.${rule.words}`, { words: say(rule.any) })}
                    {rule.none.length > 0 ? ` ${t('without', { words: say(rule.none) })}` : ''}
                  </p>
                </div>
                {mayManage ? (
                  <div className="flex items-center">
                    <IconButton
                      size="sm"
                      label={t('up', { number: index + 1 })}
                      icon={<ArrowUp size={16} />}
                      disabled={index === 0 || busyId !== null}
                      onClick={() => void place(rule, rules[index - 2]?.id ?? null)}
                    />
                    <IconButton
                      size="sm"
                      label={t('down', { number: index + 1 })}
                      icon={<ArrowDown size={16} />}
                      disabled={index === rules.length - 1 || busyId !== null}
                      onClick={() => void place(rule, rules[index + 1]?.id ?? null)}
                    />
                    <IconButton
                      size="sm"
                      label={t('edit', { number: index + 1 })}
                      icon={<Pencil size={16} />}
                      onClick={() => setEdited(rule)}
                    />
                    <IconButton
                      size="sm"
                      label={t('delete', { number: index + 1 })}
                      icon={<Trash2 size={16} />}
                      disabled={busyId !== null}
                      onClick={() => void remove(rule)}
                    />
                  </div>
                ) : null}
              </li>
            );
          })}
        </ol>
      )}
      {edited ? (
        <RuleDialog
          workspaceId={workspaceId}
          categories={items}
          rule={edited === 'new' ? null : edited}
          sources={sources}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </section>
  );
}
