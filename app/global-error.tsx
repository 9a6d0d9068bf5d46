'use client';

import { buttonClass } from '@/components/ui/buttonClass';
import de from '@/lib/i18n/messages/de/common.json';
import en from '@/lib/i18n/messages/en/common.json';
import { findLocaleOfHeader } from '@/lib/i18n/negotiateLocale';
import './globals.css';

/** The last resort, when even the frame of the page failed: nothing around it can be relied on, not even the language's provider. */
export default function GlobalError({ retry }: { retry: () => void }) {
  const locale = typeof navigator === 'undefined' ? 'en' : (findLocaleOfHeader(navigator.languages.join(',')) ?? 'en');
  const t = locale === 'de' ? de : en;
  return (
    <html lang={locale}>
      <body>
        <title>{t.productName}</title>
        <main className="mx-auto max-w-md px-4 py-24">
          <h1 className="font-bold text-2xl">{t.failedTitle}</h1>
          <p className="mt-3 text-ink-soft">{t.failedText}</p>
          <button type="button" onClick={retry} className={buttonClass({ variant: 'primary', size: 'lg', className: 'mt-8' })}>
            {t.retry}
          </button>
        </main>
      </body>
    </html>
  );
}
