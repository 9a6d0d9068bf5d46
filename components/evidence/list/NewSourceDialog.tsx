'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { FormDialog } from '@/components/workspace/FormDialog';
import { requestJson } from '@/components/workspace/request';
import { useForm } from '@/components/workspace/useForm';
import { isTypedIn, type SourceKind, type SurveyBasis, sourceKinds } from '@/lib/evidence/sourceKind';
import { BasisChoice } from '../BasisChoice';
import { RetentionField } from '../RetentionField';
import { longestName, toName, toRetention } from '../sourceFields';

const madeSchema = z.object({ id: z.string() });

/** Makes a source, and goes on to the page on which its first file is chosen, or its first entry written. */
export function NewSourceDialog({ workspaceId, onClose }: { workspaceId: string; onClose: () => void }) {
  const t = useTranslations('evidencePages.source');
  const router = useRouter();
  const [kind, setKind] = useState<SourceKind>('survey');
  const [basis, setBasis] = useState<SurveyBasis>('transactional');
  const invalid = { name: t('nameNeeded', { max: longestName }), retention: t('retentionWrong') };
  const { form, errors, general, busy } = useForm({
    invalid,
    check: ({ name, retention }) => ({
      ...(toName(name) === '' ? { name: invalid.name } : {}),
      ...(toRetention(retention) === 'wrong' ? { retention: invalid.retention } : {}),
    }),
    send: async ({ name, retention }) => {
      const body = { kind, name: toName(name), retentionDays: toRetention(retention), ...(kind === 'survey' ? { basis } : {}) };
      const { id } = await requestJson('POST', `/api/v1/workspaces/${workspaceId}/sources`, madeSchema, body);
      router.push(`/workspace/${workspaceId}/evidence/${id}/${isTypedIn(kind) ? 'entries/new' : 'import'}`);
    },
  });
  return (
    <FormDialog
      form={form}
      general={general}
      busy={busy}
      title={t('new')}
      description={t('newText')}
      confirm={t('create')}
      onClose={onClose}
    >
      <TextField
        label={t('name')}
        name="name"
        hint={t('nameHint')}
        error={errors.name}
        autoComplete="off"
        maxLength={longestName}
        data-autofocus
        required
      />
      <Select
        label={t('kind')}
        value={kind}
        onChange={setKind}
        hint={t(`kindHints.${kind}`)}
        options={sourceKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      {kind === 'survey' ? <BasisChoice value={basis} onChange={setBasis} /> : null}
      <RetentionField days={null} error={errors.retention} />
    </FormDialog>
  );
}
