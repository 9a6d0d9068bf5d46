'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/TextField';
import { useToast } from '@/components/ui/Toast';
import { FormProblem } from './entry/EntryCard';
import { anyAnswer, requestJson } from './request';
import { useForm } from './useForm';

type Props = {
  /** Where it is changed. */
  path: string;
  name: string;
  label: string;
  hint?: string;
  /** What is said of a name that is empty or refused. */
  needed: string;
  autoComplete: 'name' | 'off';
  /** What is said once it is changed. */
  saved: (name: string) => string;
};

/** The name of somebody or something, to be changed where it stands. */
export function NameForm({ path, name: before, label, hint, needed, autoComplete, saved }: Props) {
  const common = useTranslations('common');
  const router = useRouter();
  const toast = useToast();
  const invalid = { name: needed };
  const { form, errors, general, busy, settle } = useForm({
    invalid,
    check: (values) => (values.name.trim() ? {} : invalid),
    send: async (values) => {
      const name = values.name.trim();
      await requestJson('PATCH', path, anyAnswer, { name });
      toast({ title: saved(name), tone: 'success' });
      settle();
      router.refresh();
    },
  });
  return (
    <form {...form} className="max-w-sm space-y-4">
      <FormProblem sentence={general} />
      <TextField
        label={label}
        name="name"
        defaultValue={before}
        hint={hint}
        error={errors.name}
        autoComplete={autoComplete}
        maxLength={60}
        required
      />
      <Button type="submit" busy={busy}>
        {common('save')}
      </Button>
    </form>
  );
}
