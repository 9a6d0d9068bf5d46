import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { UiProviders } from '@/components/ui/UiProviders';
import { IntlProvider } from '@/lib/i18n/IntlProvider';
import { pickMessages } from '@/lib/i18n/pickMessages';
import { requestLocale } from '@/lib/i18n/requestLocale';
import { themeCookie, themeSchema } from '@/lib/i18n/theme';
import { translatorOf } from '@/lib/i18n/translator';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = translatorOf(await requestLocale(), 'common');
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
  const locale = await requestLocale();
  const theme = themeSchema.safeParse((await cookies()).get(themeCookie)?.value).data;
  return (
    <html lang={locale} data-theme={theme === 'light' || theme === 'dark' ? theme : undefined}>
      <body>
        <IntlProvider locale={locale} messages={pickMessages(locale)}>
          <UiProviders>{children}</UiProviders>
        </IntlProvider>
      </body>
    </html>
  );
}
