'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Dialog, DialogClose } from '@/components/ui/Dialog';
import { Select } from '@/components/ui/Select';
import { anyAnswer, requestJson } from '@/components/workspace/request';
import { useWork } from '@/components/workspace/useWork';
import { type Category, toOptions, withBelow } from './categorySet';

type Props = {
  categories: readonly Category[];
  category: Category;
  onClose: () => void;
  onDeleted: (id: string) => void;
};

/** Deletes a category once it is settled what becomes of its answers. */
export function DeleteCategoryDialog({ categories, category, onClose, onDeleted }: Props) {
  const t = useTranslations('evidencePages.categories');
  const common = useTranslations('common');
  const router = useRouter();
  const { busyId, run } = useWork();
  const [moveTo, setMoveTo] = useState('');
  const own = withBelow(categories, category.id);
  const remove = async () => {
    const query = moveTo === '' ? '' : `?moveTo=${moveTo}`;
    const isGone = await run(category.id, async () => {
      await requestJson('DELETE', `/api/v1/categories/${category.id}${query}`, anyAnswer);
      onDeleted(category.id);
      router.refresh();
    });
    if (isGone) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('deleteTitle', { name: category.name })}
      description={t('deleteText', { below: own.size - 1 })}
      size="sm"
      footer={
        <>
          <DialogClose>
            <Button>{common('cancel')}</Button>
          </DialogClose>
          <Button variant="danger" busy={busyId !== null} onClick={() => void remove()}>
            {t('deleteConfirm')}
          </Button>
        </>
      }
    >
      <Select
        label={t('moveTo')}
        value={moveTo}
        options={[{ value: '', label: t('moveToRules') }, ...toOptions(categories.filter(({ id }) => !own.has(id)))]}
        hint={t(moveTo === '' ? 'moveToRulesHint' : 'moveToHint')}
        onChange={setMoveTo}
      />
    </Dialog>
  );
}
