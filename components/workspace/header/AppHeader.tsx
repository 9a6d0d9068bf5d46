'use client';

import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import type { Theme } from '@/lib/i18n/theme';
import { Wordmark } from '../Wordmark';
import { AccountMenu } from './AccountMenu';
import { PreferencesMenu } from './PreferencesMenu';
import { type WorkspaceName, WorkspaceSwitcher } from './WorkspaceSwitcher';

export type HeaderProps = {
  theme: Theme;
  user: { name: string; email: string } | null;
  workspaces?: readonly WorkspaceName[];
  currentWorkspaceId?: string | null;
};

/** The line at the top of every page but the editor: the way home, where one is, language and scheme, the account. */
export function AppHeader({ theme, user, workspaces = [], currentWorkspaceId = null }: HeaderProps) {
  const t = useTranslations('common');
  return (
    <header>
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-primary px-3 py-2 font-semibold text-primary-ink text-sm focus:translate-y-0"
      >
        {t('skipToContent')}
      </a>
      <div className="mx-auto flex h-16 max-w-6xl items-center gap-2 px-4 sm:px-6">
        <Wordmark name={t('productName')} />
        {currentWorkspaceId ? (
          <>
            <span
              className={clsx('mx-1 h-5 w-px shrink-0 bg-line', workspaces.length < 2 && 'hidden sm:block')}
              aria-hidden="true"
            />
            <WorkspaceSwitcher workspaces={workspaces} currentId={currentWorkspaceId} />
          </>
        ) : null}
        <div className="ml-auto flex items-center gap-1">
          <PreferencesMenu theme={theme} signedIn={user !== null} />
          {user ? <AccountMenu user={user} workspaceId={currentWorkspaceId} /> : null}
        </div>
      </div>
    </header>
  );
}
