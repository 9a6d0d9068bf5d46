'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { PasswordField } from '@/components/ui/PasswordField';
import { TextField } from '@/components/ui/TextField';
import { anyAnswer, requestJson } from '../request';
import { useForm } from '../useForm';
import { looksLikeEmail } from './checks';
import { FormProblem } from './EntryCard';
import { signInWithPassword } from './signIn';

/** First run: makes the account that owns the installation, and signs it in. `code` comes with the address from the terminal. */
export function SetupForm({ code, minLength }: { code: string; minLength: number }) {
  const t = useTranslations('auth');
  const [codeShown, setCodeShown] = useState(code === '');
  const invalid = {
    code: t('fields.codeWrong'),
    name: t('fields.nameNeeded'),
    email: t('fields.emailWrong'),
    password: t('fields.passwordTooShort', { minLength }),
  };
  const { form, errors, general, busy } = useForm({
    invalid,
    reasons: { setupCodeWrong: 'code' },
    check: (values) => ({
      ...(values.code.trim() ? {} : { code: invalid.code }),
      ...(values.name.trim() ? {} : { name: invalid.name }),
      ...(looksLikeEmail(values.email) ? {} : { email: invalid.email }),
      ...(values.password.length >= minLength ? {} : { password: invalid.password }),
    }),
    send: async (values) => {
      try {
        await requestJson('POST', '/api/setup', anyAnswer, { ...values, code: values.code.trim(), email: values.email.trim() });
      } catch (error) {
        setCodeShown(true);
        throw error;
      }
      // The account exists now: should signing in fail, the sign-in page is the place to try again.
      await signInWithPassword({ email: values.email.trim(), password: values.password }).catch(() => undefined);
      window.location.assign('/');
    },
  });
  return (
    <form {...form} className="space-y-5">
      <FormProblem sentence={general} />
      <div hidden={!codeShown && !errors.code}>
        <TextField
          label={t('fields.code')}
          name="code"
          defaultValue={code}
          hint={t('fields.codeHint')}
          error={errors.code}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      </div>
      <TextField
        label={t('fields.name')}
        name="name"
        hint={t('fields.nameHint')}
        error={errors.name}
        autoComplete="name"
        maxLength={60}
        required
      />
      <TextField
        label={t('fields.email')}
        name="email"
        type="email"
        error={errors.email}
        autoComplete="username"
        maxLength={254}
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
      <Button type="submit" variant="primary" size="lg" busy={busy} className="w-full">
        {t('setup.submit')}
      </Button>
    </form>
  );
}
