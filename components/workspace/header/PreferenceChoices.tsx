'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { MenuChoice, MenuLabel, MenuSeparator } from '@/components/ui/Menu';
import { locales } from '@/lib/i18n/locale';
import type { Theme } from '@/lib/i18n/theme';
import { localeNames } from './localeNames';
import { usePreferences } from './usePreferences';

type Props = { theme: Theme; onTheme: (theme: Theme) => void; signedIn: boolean };

/** The lines of a menu in which language and scheme are chosen. */
export function PreferenceChoices({ theme, onTheme, signedIn }: Props) {
  const t = useTranslations('workspace.preferences');
  const locale = useLocale();
  const { setLocale, setTheme } = usePreferences(signedIn);
  const themeOptions = [
    { value: 'system', label: t('themeSystem'), icon: <Monitor /> },
    { value: 'light', label: t('themeLight'), icon: <Sun /> },
    { value: 'dark', label: t('themeDark'), icon: <Moon /> },
  ] as const;
  return (
    <>
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
          onTheme(chosen);
          setTheme(chosen);
        }}
      />
    </>
  );
}
