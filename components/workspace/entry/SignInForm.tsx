'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { PasswordField } from '@/components/ui/PasswordField';
import { TextField } from '@/components/ui/TextField';
import { useForm } from '../useForm';
import { looksLikeEmail, ownPath } from './checks';
import { FormProblem } from './EntryCard';
import { signInWithPassword } from './signIn';
import { useSignInSentence } from './useSignInSentence';

/** E-mail and password. `next`: the path to go on to; `primary`: no other way in is offered first. */
export function SignInForm({ next, primary = true }: { next: string | null; primary?: boolean }) {
  const t = useTranslations('auth');
  const sentenceOf = useSignInSentence(t('signIn.wrong'));
  const invalid = { email: t('fields.emailWrong'), password: t('fields.passwordNeeded') };
  const { form, errors, general, busy } = useForm({
    invalid,
    sentenceOf,
    check: (values) => ({
      ...(looksLikeEmail(values.email) ? {} : { email: invalid.email }),
      ...(values.password ? {} : { password: invalid.password }),
    }),
    send: async ({ email: address, password }) => {
      await signInWithPassword({ email: address.trim(), password });
      window.location.assign(ownPath(next));
    },
  });
  return (
    <form {...form} className="space-y-5">
      <FormProblem sentence={general} />
      <TextField label={t('fields.email')} name="email" type="email" error={errors.email} autoComplete="username" required />
      <PasswordField
        label={t('fields.password')}
        name="password"
        error={errors.password}
        autoComplete="current-password"
        required
      />
      <Button type="submit" variant={primary ? 'primary' : 'secondary'} size="lg" busy={busy} className="w-full">
        {t('signIn.submit')}
      </Button>
    </form>
  );
}
