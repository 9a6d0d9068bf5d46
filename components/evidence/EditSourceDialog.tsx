'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TextField } from '@/components/ui/TextField';
import { useToast } from '@/components/ui/Toast';
import { FormDialog } from '@/components/workspace/FormDialog';
import { anyAnswer, requestJson } from '@/components/workspace/request';
import { useForm } from '@/components/workspace/useForm';
import type { SurveyBasis } from '@/lib/evidence/sourceKind';
import { BasisChoice } from './BasisChoice';
import { RetentionField } from './RetentionField';
import type { Source } from './source';
import { longestName, toName, toRetention } from './sourceFields';

/** Renames a source, and changes how long it keeps answers. */
export function EditSourceDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const t = useTranslations('evidencePages.source');
  const common = useTranslations('common');
  const router = useRouter();
  const toast = useToast();
  const [basis, setBasis] = useState<SurveyBasis>(source.basis ?? 'transactional');
  const invalid = { name: t('nameNeeded', { max: longestName }), retention: t('retentionWrong') };
  const { form, errors, general, busy } = useForm({
    invalid,
    check: ({ name, retention }) => ({
      ...(toName(name) === '' ? { name: invalid.name } : {}),
      ...(toRetention(retention) === 'wrong' ? { retention: invalid.retention } : {}),
    }),
    send: async (values) => {
      const body = {
        name: toName(values.name),
        retentionDays: toRetention(values.retention),
        ...(source.kind === 'survey' ? { basis } : {}),
      };
      await requestJson('PATCH', `/api/v1/sources/${source.id}`, anyAnswer, body);
      toast({ title: t('changed', { name: body.name }), tone: 'success' });
      router.refresh();
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      general={general}
      busy={busy}
      title={t('editTitle', { name: source.name })}
      confirm={common('save')}
      onClose={onClose}
    >
      <TextField
        label={t('name')}
        name="name"
        defaultValue={source.name}
        error={errors.name}
        autoComplete="off"
        maxLength={longestName}
        data-autofocus
        required
      />
      {source.kind === 'survey' ? <BasisChoice value={basis} onChange={setBasis} /> : null}
      <RetentionField days={source.retentionDays} error={errors.retention} />
    </FormDialog>
  );
}
