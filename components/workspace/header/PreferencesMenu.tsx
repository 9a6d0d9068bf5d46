'use client';

import { Globe, Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { buttonClass } from '@/components/ui/buttonClass';
import { Menu, MenuChoice, MenuLabel, MenuSeparator } from '@/components/ui/Menu';
import { locales } from '@/lib/i18n/locale';
import type { Theme } from '@/lib/i18n/theme';
import { localeNames } from './localeNames';
import { usePreferences } from './usePreferences';

/** Language and scheme, for everybody, signed in or not. */
export function PreferencesMenu({ theme: initialTheme, signedIn }: { theme: Theme; signedIn: boolean }) {
  const t = useTranslations('workspace.preferences');
  const locale = useLocale();
  const [theme, setShownTheme] = useState(initialTheme);
  const { setLocale, setTheme } = usePreferences(signedIn);
  const themeOptions = [
    { value: 'system', label: t('themeSystem'), icon: <Monitor /> },
    { value: 'light', label: t('themeLight'), icon: <Sun /> },
    { value: 'dark', label: t('themeDark'), icon: <Moon /> },
  ] as const;
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={`${t('title')}: ${localeNames[locale]}`}
          title={t('title')}
          className={buttonClass({ variant: 'ghost', className: 'px-2.5!' })}
        >
          <Globe size={18} aria-hidden="true" />
          {locale.toUpperCase()}
        </button>
      }
    >
      <MenuLabel>{t('language')}</MenuLabel>
      <MenuChoice
        label={t('language')}
        value={locale}
        options={locales.map((value) => ({ value, label: localeNames[value] }))}
        onChange={setLocale}
      />
      <MenuSeparator />
      <MenuLabel>{t('theme')}</MenuLabel>
      <MenuChoice
        label={t('theme')}
        value={theme}
        options={themeOptions}
        onChange={(chosen) => {
          setShownTheme(chosen);
          setTheme(chosen);
        }}
      />
    </Menu>
  );
}
