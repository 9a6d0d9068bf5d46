import type { Reference } from '@/lib/api/reference/reference';
import type { ContentsEntry } from './Contents';
import type { Words } from './words';

export const chapterId = (name: string): string => `chapter-${name}`;
const editChapter = 'Operations';

/** Whether the operations of editMap are listed in this chapter. */
export const hasEditOperations = (chapter: string): boolean => chapter === editChapter;

/** What the page holds, in its order. */
export function contentsOf(t: Words, { chapters, editOperations, types }: Reference): ContentsEntry[] {
  return [
    { id: 'start', label: t('start'), lang: undefined, items: [] },
    ...chapters.map(({ name, operations }) => ({
      id: chapterId(name),
      label: name,
      lang: 'en',
      items: [
        ...operations.map(({ id, summary, method }) => ({ id, label: summary, method })),
        ...(hasEditOperations(name)
          ? [{ id: 'edit-operations', label: t('editOperations', { count: editOperations.length }), method: null }]
          : []),
      ],
    })),
    { id: 'problems', label: t('problems'), lang: undefined, items: [] },
    {
      id: 'types',
      label: t('types'),
      lang: undefined,
      items: types.map(({ name }) => ({ id: `type-${name}`, label: name, method: null })),
    },
  ];
}
