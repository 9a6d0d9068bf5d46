'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { PasswordField } from '@/components/ui/PasswordField';
import { FormDialog } from '../FormDialog';
import { anyAnswer, requestJson } from '../request';
import { useForm } from '../useForm';
import { type SoleOwned, SoleOwnedList } from './SoleOwnedList';

type Props = {
  email: string;
  /** Workspaces that would have no owner: nothing can be deleted before these are settled. */
  soleOwned: readonly SoleOwned[];
  /** Whether the account has a password to ask for; else the sign-in must be this fresh (minutes). */
  asksPassword: boolean;
  freshMinutes: number;
};

/** Says what goes and what stays, and deletes the account. */
export function DeleteAccount({ email, soleOwned, asksPassword, freshMinutes }: Props) {
  const t = useTranslations('lifecycle.account');
  const [asking, setAsking] = useState(false);
  return (
    <div className="space-y-5">
      <dl className="space-y-3 text-pretty">
        <div>
          <dt className="font-semibold text-sm">{t('goes')}</dt>
          <dd className="text-ink-soft">{t('goesList')}</dd>
        </div>
        <div>
          <dt className="font-semibold text-sm">{t('stays')}</dt>
          <dd className="text-ink-soft">{t('staysList')}</dd>
        </div>
      </dl>
      {soleOwned.length > 0 ? (
        <SoleOwnedList workspaces={soleOwned} />
      ) : (
        <Button variant="danger" onClick={() => setAsking(true)}>
          {t('button')}
        </Button>
      )}
      {asking ? (
        <AskDialog email={email} asksPassword={asksPassword} freshMinutes={freshMinutes} onClose={() => setAsking(false)} />
      ) : null}
    </div>
  );
}

function AskDialog({ email, asksPassword, freshMinutes, onClose }: Omit<Props, 'soleOwned'> & { onClose: () => void }) {
  const t = useTranslations('lifecycle.account');
  const invalid = { password: t('passwordNeeded') };
  const { form, errors, general, busy } = useForm({
    invalid,
    reasons: { passwordWrong: 'password' },
    check: ({ password }) => (asksPassword && password === '' ? invalid : {}),
    send: async ({ password }) => {
      await requestJson('DELETE', '/api/account', anyAnswer, asksPassword ? { password } : {});
      // A full load, so that nothing of the account stays in the page's memory.
      window.location.assign('/sign-in');
    },
  });
  return (
    <FormDialog
      form={form}
      general={general}
      busy={busy}
      title={t('title')}
      description={t('text')}
      confirm={t('confirm')}
      danger
      onClose={onClose}
    >
      {asksPassword ? (
        <>
          <input type="email" value={email} autoComplete="username" readOnly hidden />
          <PasswordField
            label={t('password')}
            name="password"
            error={errors.password}
            autoComplete="current-password"
            maxLength={200}
            required
          />
        </>
      ) : (
        <p className="text-ink-soft">{t('fresh', { minutes: freshMinutes })}</p>
      )}
    </FormDialog>
  );
}
