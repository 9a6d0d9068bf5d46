'use client';

import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/TextField';
import { FormProblem } from '../entry/EntryCard';
import { requestJson } from '../request';
import { useForm } from '../useForm';

const createdSchema = z.object({ id: z.string() });

/** Makes a workspace and goes there. */
export function NewWorkspaceForm() {
  const t = useTranslations('lifecycle.workspaces');
  const invalid = { name: t('nameNeeded') };
  const { form, errors, general, busy } = useForm({
    invalid,
    check: (values) => (values.name.trim() ? {} : invalid),
    send: async (values) => {
      const { id } = await requestJson('POST', '/api/workspaces', createdSchema, { name: values.name.trim() });
      window.location.assign(`/?workspace=${id}`);
    },
  });
  return (
    <form {...form} className="max-w-sm space-y-4">
      <FormProblem sentence={general} />
      <TextField label={t('name')} name="name" error={errors.name} autoComplete="off" maxLength={60} required />
      <Button type="submit" busy={busy}>
        {t('createSubmit')}
      </Button>
    </form>
  );
}
