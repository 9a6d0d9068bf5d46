'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { locales } from '@/lib/i18n/locale';
import type { Theme } from '@/lib/i18n/theme';
import { localeNames } from '../header/localeNames';
import { usePreferences } from '../header/usePreferences';

/** Language and scheme; each takes effect at once. */
export function DisplaySettings({ theme: initialTheme }: { theme: Theme }) {
  const t = useTranslations('workspace');
  const locale = useLocale();
  const { setLocale, setTheme } = usePreferences(true);
  const [theme, setShownTheme] = useState(initialTheme);
  const options = [
    { value: 'system', label: t('preferences.themeSystem'), icon: <Monitor size={14} aria-hidden="true" /> },
    { value: 'light', label: t('preferences.themeLight'), icon: <Sun size={14} aria-hidden="true" /> },
    { value: 'dark', label: t('preferences.themeDark'), icon: <Moon size={14} aria-hidden="true" /> },
  ] as const;
  return (
    <div className="space-y-5">
      <div>
        <p className="mb-1.5 font-semibold text-sm">{t('account.language')}</p>
        <SegmentedControl
          label={t('account.language')}
          value={locale}
          options={locales.map((value) => ({ value, label: localeNames[value] }))}
          onChange={setLocale}
        />
      </div>
      <div>
        <p className="mb-1.5 font-semibold text-sm">{t('account.theme')}</p>
        <SegmentedControl
          label={t('account.theme')}
          value={theme}
          options={options}
          onChange={(chosen) => {
            setShownTheme(chosen);
            setTheme(chosen);
          }}
        />
      </div>
    </div>
  );
}
