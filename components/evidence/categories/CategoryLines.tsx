'use client';

import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { anyAnswer, requestJson } from '@/components/workspace/request';
import { controlOfLine, useLineFocus } from '@/components/workspace/useLineFocus';
import { useWork } from '@/components/workspace/useWork';
import { mostLevels } from '@/lib/evidence/categories/category';
import { CategoryDialog } from './CategoryDialog';
import { type Category, type Rule, siblingsOf } from './categorySet';
import { DeleteCategoryDialog } from './DeleteCategoryDialog';

type Props = { workspaceId: string; categories: readonly Category[]; rules: readonly Rule[]; mayManage: boolean };

/** The tree, one line for each category, those below others indented; with what can be done to each. */
export function CategoryLines({ workspaceId, categories, rules, mayManage }: Props) {
  const t = useTranslations('evidencePages.categories');
  const router = useRouter();
  const { busyId, run } = useWork();
  const [edited, setEdited] = useState<Category | null>(null);
  const [below, setBelow] = useState<string | null>(null);
  const [deleted, setDeleted] = useState<Category | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const noteEnd = useLineFocus(
    categories.map(({ id }) => id),
    (index) => controlOfLine(list.current, index),
  );
  const place = (category: Category, after: string | null) =>
    run(category.id, async () => {
      await requestJson('PATCH', `/api/v1/categories/${category.id}`, anyAnswer, { after });
      router.refresh();
    });
  return (
    <>
      <ul ref={list} className="divide-y divide-line border-line border-y" aria-label={t('tree')}>
        {categories.map((category) => {
          const siblings = siblingsOf(categories, category);
          const at = siblings.findIndex(({ id }) => id === category.id);
          const count = rules.filter(({ categoryId }) => categoryId === category.id).length;
          const { id, name, aliases, level } = category;
          return (
            <li key={id} className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 py-1">
              <div className="min-w-0 flex-1" style={{ paddingInlineStart: `${(level - 1) * 1.5}rem` }}>
                <p className={level === 1 ? 'break-words font-semibold' : 'break-words'}>
                  <span className="sr-only">{t('level', { level })} </span>
                  {name}
                </p>
                <p className="text-ink-soft text-xs">
                  {[
                    t('rulesOf', { count }),
                    ...(aliases.length > 0 ? [t('alsoCalled', { names: aliases.join(', ') })] : []),
                  ].join(' · ')}
                </p>
              </div>
              {mayManage ? (
                <div className="flex items-center">
                  <IconButton
                    size="sm"
                    label={t('up', { name })}
                    icon={<ArrowUp size={16} />}
                    disabled={at <= 0 || busyId !== null}
                    onClick={() => void place(category, siblings[at - 2]?.id ?? null)}
                  />
                  <IconButton
                    size="sm"
                    label={t('down', { name })}
                    icon={<ArrowDown size={16} />}
                    disabled={at === siblings.length - 1 || busyId !== null}
                    onClick={() => void place(category, siblings[at + 1]?.id ?? null)}
                  />
                  <IconButton
                    size="sm"
                    label={t('addBelow', { name })}
                    icon={<Plus size={16} />}
                    disabled={level >= mostLevels}
                    onClick={() => setBelow(id)}
                  />
                  <IconButton
                    size="sm"
                    label={t('edit', { name })}
                    icon={<Pencil size={16} />}
                    onClick={() => setEdited(category)}
                  />
                  <IconButton
                    size="sm"
                    label={t('delete', { name })}
                    icon={<Trash2 size={16} />}
                    onClick={() => setDeleted(category)}
                  />
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
      {edited || below !== null ? (
        <CategoryDialog
          workspaceId={workspaceId}
          categories={categories}
          category={edited}
          below={below}
          onClose={() => {
            setEdited(null);
            setBelow(null);
          }}
        />
      ) : null}
      {deleted ? (
        <DeleteCategoryDialog
          categories={categories}
          category={deleted}
          onClose={() => setDeleted(null)}
          onDeleted={(id) => noteEnd(id)}
        />
      ) : null}
    </>
  );
}
