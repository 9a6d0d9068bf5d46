import { Section } from '@/components/workspace/Section';
import { AccessTokens } from '@/components/workspace/tokens/AccessTokens';
import type { UserActor } from '@/lib/auth/asUser';
import { listAccessTokens } from '@/lib/data/accessTokens';
import { IntlProvider } from '@/lib/i18n/IntlProvider';
import type { Locale } from '@/lib/i18n/locale';
import { pickMessages } from '@/lib/i18n/pickMessages';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';

type Props = { user: UserActor; locale: Locale; server: string };

/** The tokens by which programs act for this person. */
export async function TokenSection({ user, locale, server }: Props) {
  const rows = await listAccessTokens(runtime().database, user.userId);
  const tokens = rows.map(({ createdAt, expiresAt, lastUsedAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
  const t = translatorOf(locale, 'tokens');
  return (
    <Section title={t('title')} lead={t('lead')}>
      <IntlProvider locale={locale} messages={pickMessages(locale, ['tokens'])} now={new Date()}>
        <AccessTokens tokens={tokens} server={server} guide="/docs/api" />
      </IntlProvider>
    </Section>
  );
}
