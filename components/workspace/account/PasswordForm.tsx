'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { PasswordField } from '@/components/ui/PasswordField';
import { useToast } from '@/components/ui/Toast';
import { FormProblem } from '../entry/EntryCard';
import { anyAnswer, requestJson } from '../request';
import { useForm } from '../useForm';

/** Changes one's own password. */
export function PasswordForm({ email, minLength }: { email: string; minLength: number }) {
  const t = useTranslations('workspace.account');
  const fields = useTranslations('auth.fields');
  const toast = useToast();
  const invalid = { current: t('currentNeeded'), next: fields('passwordTooShort', { minLength }) };
  const { form, errors, general, busy, settle } = useForm({
    invalid,
    reasons: { passwordWrong: 'current', passwordTooShort: 'next' },
    check: ({ current, next }) => ({
      ...(current ? {} : { current: invalid.current }),
      ...(next.length >= minLength ? {} : { next: invalid.next }),
    }),
    send: async (values) => {
      await requestJson('POST', '/api/account/password', anyAnswer, values);
      toast({ title: t('passwordChanged'), tone: 'success' });
      form.ref.current?.reset();
      settle();
    },
  });
  return (
    <form {...form} className="max-w-sm space-y-4">
      <FormProblem sentence={general} />
      {/* Password managers file the new password under this address. */}
      <input type="email" value={email} autoComplete="username" readOnly hidden />
      <PasswordField
        label={t('current')}
        name="current"
        error={errors.current}
        autoComplete="current-password"
        maxLength={200}
        required
      />
      <PasswordField
        label={t('next')}
        name="next"
        hint={fields('passwordHint', { minLength })}
        error={errors.next}
        autoComplete="new-password"
        maxLength={200}
        required
      />
      <Button type="submit" busy={busy}>
        {t('changePassword')}
      </Button>
    </form>
  );
}
