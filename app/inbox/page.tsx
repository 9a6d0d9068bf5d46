import type { Metadata } from 'next';
import { InboxList } from '@/components/workspace/inbox/InboxList';
import { toPage } from '@/lib/api/page';
import { listInbox } from '@/lib/comments/readInbox';
import { listWorkspaces } from '@/lib/data/workspaces';
import { IntlProvider } from '@/lib/i18n/IntlProvider';
import { pickMessages } from '@/lib/i18n/pickMessages';
import { runtime } from '@/lib/runtime';
import { readWanted } from '@/lib/signOffs/readWanted';
import { Page } from '../_shell/Page';
import { pageTitle } from '../_shell/pageTitle';
import { pagePreferences } from '../_shell/preferences';
import { requireAccount } from '../_shell/requireAccount';

/** Items of the first page; the browser asks for more. */
const limit = 50;

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ workspace }) => workspace('accountMenu.inbox'));

/** What was said to the person in comments. */
export default async function InboxPage() {
  const user = await requireAccount('/inbox');
  const { locale, theme } = await pagePreferences();
  const running = runtime();
  const workspaces = await listWorkspaces(running.database, user.userId);
  const rows = await listInbox(running, user, { after: null, limit: limit + 1 });
  const first = toPage(
    rows,
    limit,
    ({ createdAt, commentId }) => ({ at: new Date(createdAt), id: commentId }),
    (item) => item,
  );
  return (
    <Page theme={theme} user={user} workspaces={workspaces} currentWorkspaceId={workspaces[0]?.id ?? null} width="medium">
      <IntlProvider locale={locale} messages={pickMessages(locale, ['comments', 'canvas', 'signOff'])}>
        <InboxList first={first} wanted={await readWanted(running.database, user)} workspaceId={workspaces[0]?.id ?? null} />
      </IntlProvider>
    </Page>
  );
}
