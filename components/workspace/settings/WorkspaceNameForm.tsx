'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/TextField';
import { useToast } from '@/components/ui/Toast';
import { FormProblem } from '../entry/EntryCard';
import { anyAnswer, requestJson } from '../request';
import { useForm } from '../useForm';

/** Gives a workspace another name. */
export function WorkspaceNameForm({ workspace }: { workspace: { id: string; name: string } }) {
  const t = useTranslations('lifecycle');
  const common = useTranslations('common');
  const router = useRouter();
  const toast = useToast();
  const invalid = { name: t('workspaces.nameNeeded') };
  const { form, errors, general, busy, settle } = useForm({
    invalid,
    check: (values) => (values.name.trim() ? {} : invalid),
    send: async (values) => {
      const name = values.name.trim();
      await requestJson('PATCH', `/api/workspaces/${workspace.id}`, anyAnswer, { name });
      toast({ title: t('settings.nameSaved', { name }), tone: 'success' });
      settle();
      router.refresh();
    },
  });
  return (
    <form {...form} className="max-w-sm space-y-4">
      <FormProblem sentence={general} />
      <TextField
        label={t('workspaces.name')}
        name="name"
        defaultValue={workspace.name}
        error={errors.name}
        autoComplete="off"
        maxLength={60}
        required
      />
      <Button type="submit" busy={busy}>
        {common('save')}
      </Button>
    </form>
  );
}
