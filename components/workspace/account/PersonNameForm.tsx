'use client';

import { useTranslations } from 'use-intl';
import { NameForm } from '../NameForm';

/** The name under which others see a person. */
export function PersonNameForm({ name }: { name: string }) {
  const t = useTranslations('workspace.account');
  const fields = useTranslations('auth.fields');
  return (
    <NameForm
      path="/api/account"
      name={name}
      label={fields('name')}
      hint={t('profileHint')}
      needed={fields('nameNeeded')}
      autoComplete="name"
      saved={() => t('nameSaved')}
    />
  );
}
