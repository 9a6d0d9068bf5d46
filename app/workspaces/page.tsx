import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/buttonClass';
import { roleSchema } from '@/lib/access/standing';
import { listWorkspaces } from '@/lib/data/workspaces';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { mayAddWorkspace } from '@/lib/workspaces/addWorkspace';
import { listDeletedWorkspaces } from '@/lib/workspaces/listDeletedWorkspaces';
import { Page } from '../_shell/Page';
import { pageTitle } from '../_shell/pageTitle';
import { pagePreferences } from '../_shell/preferences';
import { requireAccount } from '../_shell/requireAccount';
import { WorkspaceSections } from '../_shell/WorkspaceSections';

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ lifecycle }) => lifecycle('workspaces.title'));

/** All workspaces of a person, the way to a new one, and those in the bin. */
export default async function WorkspacesPage() {
  const user = await requireAccount('/workspaces');
  const running = runtime();
  const [workspaces, mayAdd, deleted] = await Promise.all([
    listWorkspaces(running.database, user.userId),
    mayAddWorkspace(running, user.userId),
    listDeletedWorkspaces(running, user.userId),
  ]);
  const { locale, theme } = await pagePreferences();
  const t = translatorOf(locale, 'lifecycle');
  const roles = translatorOf(locale, 'workspace');
  return (
    <Page theme={theme} user={user} workspaces={workspaces} currentWorkspaceId={workspaces[0]?.id ?? null} width="medium">
      <h1 className="mb-1 font-bold text-2xl tracking-tight">{t('workspaces.title')}</h1>
      <p className="mb-4 text-ink-soft">{t('workspaces.lead')}</p>
      <ul className="mb-10 divide-y divide-line">
        {workspaces.map(({ id, name, role }) => (
          <li key={id} className="flex items-center gap-4 py-3">
            <div className="min-w-0 flex-1">
              <p className="break-words font-semibold">{name}</p>
              <p className="text-ink-faint text-sm">{roles(`roles.${roleSchema.catch('viewer').parse(role)}`)}</p>
            </div>
            <Link
              href={`/?workspace=${id}`}
              aria-label={t('workspaces.openFor', { name })}
              className={buttonClass({ size: 'sm' })}
            >
              {t('workspaces.open')}
            </Link>
          </li>
        ))}
      </ul>
      <WorkspaceSections mayAdd={mayAdd} deleted={deleted} />
    </Page>
  );
}
