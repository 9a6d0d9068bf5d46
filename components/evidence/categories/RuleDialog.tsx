'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import { TextArea } from '@/components/ui/TextArea';
import { FormDialog } from '@/components/workspace/FormDialog';
import { anyAnswer, requestJson } from '@/components/workspace/request';
import { useForm } from '@/components/workspace/useForm';
import { mostPhrases, type WordPart, wordParts } from '@/lib/evidence/categories/categoryRule';
import type { TrySource } from './CategoriesView';
import { type Category, pathsOf, type Rule, toLines, toOptions } from './categorySet';
import { RulePreview } from './RulePreview';

type Props = {
  workspaceId: string;
  categories: readonly Category[];
  /** The one that is changed; null: a new one is made. */
  rule: Rule | null;
  sources: readonly TrySource[];
  onClose: () => void;
};

/** Makes a rule, or changes one, after showing what it would do. */
export function RuleDialog({ workspaceId, categories, rule, sources, onClose }: Props) {
  const t = useTranslations('evidencePages.rules');
  const common = useTranslations('common');
  const router = useRouter();
  const [categoryId, setCategoryId] = useState(rule?.categoryId ?? categories[0]?.id ?? '');
  const [words, setWords] = useState<WordPart>(rule?.words ?? 'beginning');
  const [any, setAny] = useState(rule?.any.join('\n') ?? '');
  const [none, setNone] = useState(rule?.none.join('\n') ?? '');
  const [sourceId, setSourceId] = useState(sources[0]?.id ?? '');
  const said = { categoryId, any: toLines(any), none: toLines(none), words };
  const isUsable = said.any.some((word) => /[\p{L}\p{N}]/u.test(word)) && said.any.length <= mostPhrases;
  const invalid = { any: t('anyNeeded', { max: mostPhrases }) };
  const { form, errors, general, busy } = useForm({
    invalid,
    check: () => (isUsable ? {} : { any: invalid.any }),
    send: async () => {
      if (rule === null) await requestJson('POST', `/api/v1/workspaces/${workspaceId}/category-rules`, anyAnswer, said);
      else await requestJson('PATCH', `/api/v1/category-rules/${rule.id}`, anyAnswer, said);
      router.refresh();
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      general={general}
      busy={busy}
      title={t(rule ? 'editTitle' : 'newTitle')}
      confirm={rule ? common('save') : t('create')}
      onClose={onClose}
    >
      <TextArea
        label={t('any')}
        hint={t('anyHint')}
        name="any"
        value={any}
        onChange={(event) => setAny(event.target.value)}
        error={errors.any}
        data-autofocus
      />
      <Select
        label={t('words')}
        value={words}
        options={wordParts.map((part) => ({ value: part, label: t(`parts.${part}`) }))}
        hint={t(`partHints.${words}`)}
        onChange={setWords}
      />
      <TextArea label={t('noneOf')} name="none" rows={2} value={none} onChange={(event) => setNone(event.target.value)} />
      <Select label={t('category')} value={categoryId} options={toOptions(categories)} onChange={setCategoryId} />
      {sources.length > 0 ? (
        <RulePreview
          // What was found out is about these words and this source.
          key={JSON.stringify([said, sourceId])}
          rule={{ ...said, ...(rule ? { id: rule.id } : {}) }}
          sources={sources}
          sourceId={sourceId}
          onSource={setSourceId}
          paths={pathsOf(categories)}
          isUsable={isUsable}
        />
      ) : null}
    </FormDialog>
  );
}
