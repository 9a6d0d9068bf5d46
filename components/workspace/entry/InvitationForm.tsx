'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { PasswordField } from '@/components/ui/PasswordField';
import { TextField } from '@/components/ui/TextField';
import { anyAnswer, requestJson } from '../request';
import { useForm } from '../useForm';
import { FormProblem } from './EntryCard';
import { signInWithPassword } from './signIn';

type Props = {
  token: string;
  email: string;
  /** The address has an account: its password is asked for, not a new one. */
  hasAccount: boolean;
  minLength: number;
  /** No other way in is offered first. */
  primary?: boolean;
};

/** Accepts an invitation: with a new account, or with the one that the address has. Signs in with it. */
export function InvitationForm({ token, email, hasAccount, minLength, primary = true }: Props) {
  const t = useTranslations('auth');
  const invalid = {
    name: t('fields.nameNeeded'),
    password: hasAccount ? t('fields.passwordNeeded') : t('fields.passwordTooShort', { minLength }),
  };
  const { form, errors, general, busy } = useForm({
    invalid,
    reasons: { signInWrong: 'password' },
    check: ({ name, password }) => ({
      ...(hasAccount || name.trim() ? {} : { name: invalid.name }),
      ...(password.length >= (hasAccount ? 1 : minLength) ? {} : { password: invalid.password }),
    }),
    send: async ({ name, password }) => {
      const account = hasAccount ? { password } : { name: name.trim(), password };
      await requestJson('POST', '/api/invitations/accept', anyAnswer, { token, ...account });
      // Accepted already: should signing in fail, the start page leads to the sign-in page.
      await signInWithPassword({ email, password }).catch(() => undefined);
      window.location.assign('/');
    },
  });
  return (
    <form {...form} className="space-y-5">
      <FormProblem sentence={general} />
      <TextField label={t('fields.email')} type="email" value={email} readOnly autoComplete="username" />
      {hasAccount ? (
        <PasswordField
          label={t('fields.accountPassword')}
          name="password"
          error={errors.password}
          autoComplete="current-password"
          maxLength={200}
          required
        />
      ) : (
        <>
          <TextField
            label={t('fields.name')}
            name="name"
            hint={t('fields.nameHint')}
            error={errors.name}
            autoComplete="name"
            maxLength={60}
            required
          />
          <PasswordField
            label={t('fields.password')}
            name="password"
            hint={t('fields.passwordHint', { minLength })}
            error={errors.password}
            autoComplete="new-password"
            maxLength={200}
            required
          />
        </>
      )}
      <Button type="submit" variant={primary ? 'primary' : 'secondary'} size="lg" busy={busy} className="w-full">
        {t(hasAccount ? 'invitation.accept' : 'invitation.submit')}
      </Button>
    </form>
  );
}
