'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';
import { FormDialog } from '@/components/workspace/FormDialog';
import { anyAnswer, requestJson } from '@/components/workspace/request';
import { useForm } from '@/components/workspace/useForm';
import { longestName, mostAliases, mostLevels } from '@/lib/evidence/categories/category';
import { toName } from '../sourceFields';
import { type Category, toLines, toOptions, withBelow } from './categorySet';

type Props = {
  workspaceId: string;
  categories: readonly Category[];
  /** The one that is changed; null: a new one is made. */
  category: Category | null;
  /** Where a new one begins. */
  below?: string | null;
  onClose: () => void;
};

/** Makes a category, or changes its name, its place and what files call it. */
export function CategoryDialog({ workspaceId, categories, category, below = null, onClose }: Props) {
  const t = useTranslations('evidencePages.categories');
  const common = useTranslations('common');
  const router = useRouter();
  const [parent, setParent] = useState(category ? (category.parentId ?? '') : (below ?? ''));
  const own = category ? withBelow(categories, category.id) : new Set<string>();
  const invalid = {
    name: t('nameNeeded', { max: longestName }),
    aliases: t('aliasesWrong', { max: mostAliases, longest: longestName }),
  };
  const { form, errors, general, busy } = useForm({
    invalid,
    check: ({ name, aliases }) => ({
      ...(toName(name) === '' ? { name: invalid.name } : {}),
      ...(toLines(aliases).length > mostAliases || toLines(aliases).some((line) => line.length > longestName)
        ? { aliases: invalid.aliases }
        : {}),
    }),
    send: async (values) => {
      const parentId = parent === '' ? null : parent;
      const said = { name: toName(values.name), aliases: toLines(values.aliases) };
      if (category === null) {
        await requestJson('POST', `/api/v1/workspaces/${workspaceId}/categories`, anyAnswer, { ...said, parentId });
      } else {
        const moved = parentId === category.parentId ? {} : { parentId };
        await requestJson('PATCH', `/api/v1/categories/${category.id}`, anyAnswer, { ...said, ...moved });
      }
      router.refresh();
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      general={general}
      busy={busy}
      title={category ? t('editTitle', { name: category.name }) : t('newTitle')}
      confirm={category ? common('save') : t('create')}
      onClose={onClose}
    >
      <TextField
        label={t('name')}
        name="name"
        defaultValue={category?.name ?? ''}
        error={errors.name}
        autoComplete="off"
        maxLength={longestName}
        data-autofocus
        required
      />
      <Select
        label={t('parent')}
        value={parent}
        options={[
          { value: '', label: t('top') },
          ...toOptions(categories.filter(({ id, level }) => !own.has(id) && level < mostLevels)),
        ]}
        onChange={setParent}
      />
      <TextArea
        label={t('aliases')}
        hint={t('aliasesHint')}
        error={errors.aliases}
        name="aliases"
        defaultValue={category?.aliases.join('\n') ?? ''}
        rows={2}
        autoComplete="off"
      />
    </FormDialog>
  );
}
