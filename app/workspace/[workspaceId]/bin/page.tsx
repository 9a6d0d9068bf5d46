import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/buttonClass';
import { EmptyState } from '@/components/ui/EmptyState';
import { BinList } from '@/components/workspace/bin/BinList';
import { PathPicture } from '@/components/workspace/PathPicture';
import { can } from '@/lib/access/operation';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { listWorkspaces } from '@/lib/data/workspaces';
import { translatorOf } from '@/lib/i18n/translator';
import { daysLeft } from '@/lib/maps/endOfBin';
import { listBin } from '@/lib/maps/listBin';
import { runtime } from '@/lib/runtime';
import { orNotFound } from '../../../_shell/orNotFound';
import { Page } from '../../../_shell/Page';
import { pageTitle } from '../../../_shell/pageTitle';
import { pagePreferences } from '../../../_shell/preferences';
import { requireAccount } from '../../../_shell/requireAccount';

type Props = { params: Promise<{ workspaceId: string }> };

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ lifecycle }) => lifecycle('bin.title'));

/** The maps of a workspace that were deleted and can be restored. */
export default async function BinPage({ params }: Props) {
  const { workspaceId } = await params;
  const user = await requireAccount(`/workspace/${workspaceId}/bin`);
  const { workspace, standing } = await orNotFound(requireWorkspaceAccess(user, workspaceId, 'workspace.readBin'));
  const { database, env } = runtime();
  const [maps, workspaces] = await Promise.all([listBin(runtime(), workspace.id), listWorkspaces(database, user.userId)]);
  const { locale, theme } = await pagePreferences();
  const t = translatorOf(locale, 'lifecycle');
  const days = env.BIN_DAYS;
  return (
    <Page theme={theme} user={user} workspaces={workspaces} currentWorkspaceId={workspace.id} width="medium">
      <h1 className="mb-1 font-bold text-2xl tracking-tight">{t('bin.title')}</h1>
      {maps.length === 0 ? (
        <EmptyState
          picture={<PathPicture />}
          title={t('bin.emptyTitle')}
          action={
            <Link href={`/?workspace=${workspace.id}`} className={buttonClass({})}>
              {t('bin.toMaps')}
            </Link>
          }
        >
          {t('bin.emptyText', { days })}
        </EmptyState>
      ) : (
        <>
          <p className="mb-6 text-ink-soft">{t('bin.lead', { workspace: workspace.name, days })}</p>
          <BinList
            maps={maps.map(({ id, title, kind, deletedAt, deletedByName }) => ({
              ...{ id, title, kind, deletedByName, deletedAt: deletedAt.toISOString(), daysLeft: daysLeft(deletedAt, env) },
            }))}
            canPurge={can(standing, 'map.purge')}
          />
        </>
      )}
    </Page>
  );
}
