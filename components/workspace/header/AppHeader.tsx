'use client';

import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import type { Theme } from '@/lib/i18n/theme';
import { InboxLink } from '../inbox/InboxLink';
import { Wordmark } from '../Wordmark';
import { AccountMenu } from './AccountMenu';
import { PreferencesMenu } from './PreferencesMenu';
import { type WorkspaceName, WorkspaceSwitcher } from './WorkspaceSwitcher';

export type HeaderProps = {
  theme: Theme;
  user: { name: string; email: string } | null;
  workspaces?: readonly WorkspaceName[];
  currentWorkspaceId?: string | null;
  /** For a page that is wider than the others. */
  wide?: boolean;
};

/** The line at the top of every page but the editor: the way home, where one is, language and scheme, the account. */
export function AppHeader({ theme, user, workspaces = [], currentWorkspaceId = null, wide = false }: HeaderProps) {
  const t = useTranslations('common');
  return (
    <header className="print:hidden">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-primary px-3 py-2 font-semibold text-primary-ink text-sm focus:translate-y-0"
      >
        {t('skipToContent')}
      </a>
      <div className={clsx('mx-auto flex h-16 items-center gap-2 px-4 sm:px-6', wide ? 'max-w-[88rem]' : 'max-w-6xl')}>
        <Wordmark name={t('productName')} compact={currentWorkspaceId !== null} />
        {currentWorkspaceId ? (
          <>
            <span className="mx-1 h-5 w-px shrink-0 bg-line max-sm:hidden" aria-hidden="true" />
            <WorkspaceSwitcher workspaces={workspaces} currentId={currentWorkspaceId} />
          </>
        ) : null}
        <div className="ml-auto flex shrink-0 items-center gap-1">
          <PreferencesMenu theme={theme} signedIn={user !== null} />
          {user ? <InboxLink workspaceId={currentWorkspaceId} /> : null}
          {user ? <AccountMenu user={user} workspaceId={currentWorkspaceId} /> : null}
        </div>
      </div>
    </header>
  );
}
