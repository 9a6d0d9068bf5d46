'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/TextField';
import { useToast } from '@/components/ui/Toast';
import { FormProblem } from '../entry/EntryCard';
import { anyAnswer, requestJson } from '../request';
import { useForm } from '../useForm';

/** The name under which others see a person. */
export function NameForm({ name }: { name: string }) {
  const t = useTranslations('workspace.account');
  const fields = useTranslations('auth.fields');
  const common = useTranslations('common');
  const router = useRouter();
  const toast = useToast();
  const invalid = { name: fields('nameNeeded') };
  const { form, errors, general, busy, settle } = useForm({
    invalid,
    check: (values) => (values.name.trim() ? {} : invalid),
    send: async (values) => {
      await requestJson('PATCH', '/api/account', anyAnswer, { name: values.name.trim() });
      toast({ title: t('nameSaved'), tone: 'success' });
      settle();
      router.refresh();
    },
  });
  return (
    <form {...form} className="max-w-sm space-y-4">
      <FormProblem sentence={general} />
      <TextField
        label={fields('name')}
        name="name"
        defaultValue={name}
        hint={t('profileHint')}
        error={errors.name}
        autoComplete="name"
        maxLength={60}
        required
      />
      <Button type="submit" busy={busy}>
        {common('save')}
      </Button>
    </form>
  );
}
