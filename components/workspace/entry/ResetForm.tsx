'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { PasswordField } from '@/components/ui/PasswordField';
import { anyAnswer, requestJson } from '../request';
import { useForm } from '../useForm';
import { FormProblem } from './EntryCard';
import { signInWithPassword } from './signIn';

/** Sets a new password by a reset link, and signs in with it. */
export function ResetForm({ token, email, minLength }: { token: string; email: string; minLength: number }) {
  const t = useTranslations('auth');
  const invalid = { password: t('fields.passwordTooShort', { minLength }) };
  const { form, errors, general, busy } = useForm({
    invalid,
    check: ({ password }) => (password.length >= minLength ? {} : invalid),
    send: async ({ password }) => {
      await requestJson('POST', '/api/password-reset', anyAnswer, { token, password });
      await signInWithPassword({ email, password }).catch(() => undefined);
      window.location.assign('/');
    },
  });
  return (
    <form {...form} className="space-y-5">
      <FormProblem sentence={general} />
      {/* Password managers file the new password under this address. */}
      <input type="email" value={email} autoComplete="username" readOnly hidden />
      <PasswordField
        label={t('fields.newPassword')}
        name="password"
        hint={t('fields.passwordHint', { minLength })}
        error={errors.password}
        autoComplete="new-password"
        maxLength={200}
        required
      />
      <Button type="submit" variant="primary" size="lg" busy={busy} className="w-full">
        {t('reset.submit')}
      </Button>
    </form>
  );
}
