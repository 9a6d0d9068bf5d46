'use client';

import { Globe } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { buttonClass } from '@/components/ui/buttonClass';
import { Menu } from '@/components/ui/Menu';
import type { Theme } from '@/lib/i18n/theme';
import { localeNames } from './localeNames';
import { PreferenceChoices } from './PreferenceChoices';

/** Language and scheme, for everybody, signed in or not. */
export function PreferencesMenu({ theme: initialTheme, signedIn }: { theme: Theme; signedIn: boolean }) {
  const t = useTranslations('workspace.preferences');
  const locale = useLocale();
  const [theme, setTheme] = useState(initialTheme);
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
      <PreferenceChoices theme={theme} onTheme={setTheme} signedIn={signedIn} />
    </Menu>
  );
}
