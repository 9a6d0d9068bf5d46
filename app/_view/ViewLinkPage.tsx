import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { cache } from 'react';
import { ViewLoader } from '@/components/view/ViewLoader';
import { EntryCard } from '@/components/workspace/entry/EntryCard';
import { requireViewLink } from '@/lib/auth/viewLink';
import { findMap } from '@/lib/data/maps';
import { AppError } from '@/lib/errors';
import { clientAddress } from '@/lib/http/forwarded';
import { sentenceOf } from '@/lib/http/problem';
import { IntlProvider } from '@/lib/i18n/IntlProvider';
import { pickMessages } from '@/lib/i18n/pickMessages';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { Page } from '../_shell/Page';
import { pagePreferences } from '../_shell/preferences';

type Found = { hasPassword: boolean; title: string };

/** What a link shows, once a request: looking twice would count a made-up token twice. The title is told without the password to nobody. */
const findLink = cache(async (token: string, embedded: boolean): Promise<Found | AppError> => {
  try {
    const link = await requireViewLink(runtime(), token, clientAddress(await headers()));
    if (embedded && !link.embeddable) {
      return new AppError('notFound', 'The link is not for frames.', { messageKey: 'viewLinkUnknown' });
    }
    const hasPassword = link.passwordHash !== null;
    return { hasPassword, title: hasPassword ? '' : ((await findMap(runtime().database, link.mapId))?.title ?? '') };
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
});

type Props = { token: string; embedded: boolean };

/** Metadata of the page behind a view link. */
export async function viewLinkMetadata({ token, embedded }: Props): Promise<Metadata> {
  const found = await findLink(token, embedded);
  const t = translatorOf((await pagePreferences()).locale, 'view');
  const title = found instanceof AppError ? t('overTitle') : found.title || t('untitled');
  return { title, referrer: 'no-referrer', robots: { index: false, follow: false } };
}

/** The page behind a view link: the map, its password, or why there is none. Nobody signs in here. */
export async function ViewLinkPage({ token, embedded }: Props) {
  const { locale, theme } = await pagePreferences();
  const found = await findLink(token, embedded);
  if (found instanceof AppError) {
    const card = <EntryCard title={translatorOf(locale, 'view')('overTitle')} lead={sentenceOf(found, locale)} />;
    return embedded ? (
      <main className="mx-auto max-w-md px-4">{card}</main>
    ) : (
      <Page theme={theme} user={null} width="narrow">
        {card}
      </Page>
    );
  }
  return (
    <IntlProvider locale={locale} messages={pickMessages(locale, ['canvas', 'present', 'view'])}>
      <ViewLoader token={token} embedded={embedded} title={found.title} hasPassword={found.hasPassword} />
    </IntlProvider>
  );
}
