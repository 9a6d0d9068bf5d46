import type { ReactNode } from 'react';
import { listWorkspaces } from '@/lib/data/workspaces';
import { IntlProvider } from '@/lib/i18n/IntlProvider';
import { pickMessages } from '@/lib/i18n/pickMessages';
import { runtime } from '@/lib/runtime';
import { Page } from '../../../../_shell/Page';
import { pagePreferences } from '../../../../_shell/preferences';
import type { AskedEvidence } from './requireEvidence';

type Props = { asked: AskedEvidence; width?: 'narrow' | 'medium' | 'wide'; children: ReactNode };

/** The frame of a page about evidence, with the messages that its parts need. */
export async function EvidencePage({ asked: { user, workspace }, width = 'wide', children }: Props) {
  const { locale, theme } = await pagePreferences();
  const workspaces = await listWorkspaces(runtime().database, user.userId);
  return (
    <Page theme={theme} user={user} workspaces={workspaces} currentWorkspaceId={workspace.id} width={width}>
      <IntlProvider locale={locale} messages={pickMessages(locale, ['evidencePages', 'reading'])}>
        {children}
      </IntlProvider>
    </Page>
  );
}
