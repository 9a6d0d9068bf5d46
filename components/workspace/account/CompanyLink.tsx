'use client';

import { useTranslations } from 'use-intl';
import { DateTime, RelativeTime } from '@/components/ui/Time';
import { CompanyButton } from '../entry/CompanyButton';

type Props = { name: string; identities: readonly { since: string; lastUsed: string }[] };

/** Whether the account is linked to the company's sign-in; if not, how it comes to be. */
export function CompanyLink({ name, identities }: Props) {
  const t = useTranslations('workspace.account');
  if (identities.length === 0) {
    return (
      <div className="space-y-4">
        <p className="text-pretty text-ink-soft">{t('companyNotLinked', { name })}</p>
        <CompanyButton name={name} next="/account" primary={false} size="md" />
      </div>
    );
  }
  return (
    <ul className="space-y-1 text-ink-soft">
      {identities.map(({ since, lastUsed }) => (
        <li key={since}>
          {t.rich('companyLinked', {
            since: () => <DateTime iso={since} dateOnly />,
            used: () => <RelativeTime iso={lastUsed} />,
          })}
        </li>
      ))}
    </ul>
  );
}
