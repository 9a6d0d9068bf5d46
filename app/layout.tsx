import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { KeptPagesWatch } from '@/components/offline/KeptPagesWatch';
import { UiProviders } from '@/components/ui/UiProviders';
import { UpdateNotice } from '@/components/update/UpdateNotice';
import { actorIdOf } from '@/lib/access/actor';
import { findActor } from '@/lib/auth/actor';
import { IntlProvider } from '@/lib/i18n/IntlProvider';
import { pickMessages } from '@/lib/i18n/pickMessages';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { pagePreferences } from './_shell/preferences';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = translatorOf((await pagePreferences()).locale, 'common');
  return {
    title: { default: t('productName'), template: `%s · ${t('productName')}` },
    description: t('productDescription'),
    applicationName: t('productName'),
    icons: { icon: [{ url: '/icon.svg', type: 'image/svg+xml' }], apple: '/apple-icon.png' },
    referrer: 'same-origin',
    robots: { index: false, follow: false },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#171614' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, theme } = await pagePreferences();
  const actor = await findActor();
  const person = actor ? actorIdOf(actor) : null;
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme}>
      <body data-person={person ?? undefined}>
        <IntlProvider locale={locale} messages={pickMessages(locale)} now={new Date()}>
          <UiProviders>
            {children}
            <UpdateNotice />
            <KeptPagesWatch person={person} allowed={runtime().env.OFFLINE_OPENING} />
          </UiProviders>
        </IntlProvider>
      </body>
    </html>
  );
}
