'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { Button } from '@/components/ui/Button';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { type Role, roles } from '@/lib/access/actor';
import { looksLikeEmail } from '../entry/checks';
import { FormProblem } from '../entry/EntryCard';
import { requestJson } from '../request';
import { useForm } from '../useForm';
import { LinkDialog } from './LinkDialog';

const invitedSchema = z.object({ email: z.string(), url: z.string(), mailed: z.boolean() });

/** Invites somebody by e-mail address; the link is shown to pass on, whether it was mailed or not. */
export function InviteForm({ workspaceId }: { workspaceId: string }) {
  const t = useTranslations('workspace');
  const fields = useTranslations('auth.fields');
  const router = useRouter();
  const emailField = useRef<HTMLInputElement>(null);
  const [role, setRole] = useState<Role>('editor');
  const [invited, setInvited] = useState<z.infer<typeof invitedSchema> | null>(null);
  const invalid = { email: fields('emailWrong') };
  const { form, errors, general, busy, settle } = useForm({
    invalid,
    reasons: { alreadyMember: 'email' },
    check: ({ email }) => (looksLikeEmail(email) ? {} : invalid),
    send: async ({ email }) => {
      const path = `/api/workspaces/${workspaceId}/invitations`;
      setInvited(await requestJson('POST', path, invitedSchema, { email: email.trim(), role }));
      if (emailField.current) emailField.current.value = '';
      settle();
      router.refresh();
    },
  });
  return (
    <form {...form} className="space-y-4">
      <FormProblem sentence={general} />
      <div className="grid gap-4 sm:grid-cols-[1fr_12rem]">
        <TextField
          ref={emailField}
          label={t('members.inviteEmail')}
          name="email"
          type="email"
          error={errors.email}
          autoComplete="off"
          maxLength={254}
          required
        />
        <Select
          label={t('members.inviteRole')}
          value={role}
          onChange={setRole}
          options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
          hint={t(`roleHints.${role}`)}
        />
      </div>
      <Button type="submit" variant="primary" busy={busy}>
        {t('members.inviteSubmit')}
      </Button>
      {invited ? (
        <LinkDialog
          title={t('members.invitedTitle', { email: invited.email })}
          text={t(invited.mailed ? 'members.invitedMailed' : 'members.invitedText')}
          url={invited.url}
          onClose={() => setInvited(null)}
        />
      ) : null}
    </form>
  );
}
