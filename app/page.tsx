import { redirect } from 'next/navigation';
import { EmptyState } from '@/components/ui/EmptyState';
import { GuestHome } from '@/components/workspace/entry/GuestHome';
import { MapList } from '@/components/workspace/maps/MapList';
import { PathPicture } from '@/components/workspace/PathPicture';
import { standingInWorkspace } from '@/lib/access/standing';
import { canCreateMap } from '@/lib/access/workspace';
import { findActor } from '@/lib/auth/actor';
import { isSetupOpen } from '@/lib/auth/setup';
import { listMaps } from '@/lib/data/maps';
import { listWorkspaces } from '@/lib/data/workspaces';
import { IntlProvider } from '@/lib/i18n/IntlProvider';
import { pickMessages } from '@/lib/i18n/pickMessages';
import { translatorOf } from '@/lib/i18n/translator';
import { listTemplates } from '@/lib/map/templates/listTemplates';
import { runtime } from '@/lib/runtime';
import { Page } from './_shell/Page';
import { pagePreferences } from './_shell/preferences';

type Props = { searchParams: Promise<{ workspace?: string | string[] }> };

export default async function HomePage({ searchParams }: Props) {
  const { database } = runtime();
  const actor = await findActor();
  if (!actor) redirect((await isSetupOpen(database)) ? '/setup' : '/sign-in');
  const { locale, theme } = await pagePreferences();
  const t = translatorOf(locale, 'workspace');
  if (actor.kind === 'guest') {
    return (
      <Page theme={theme} user={null} width="narrow">
        <GuestHome name={actor.name} mapId={actor.mapId} />
      </Page>
    );
  }
  const workspaces = await listWorkspaces(database, actor.userId);
  const { workspace: wish } = await searchParams;
  const current = workspaces.find(({ id }) => id === wish) ?? workspaces[0];
  if (!current) {
    return (
      <Page theme={theme} user={actor}>
        <EmptyState picture={<PathPicture />} title={t('maps.noWorkspaceTitle')} headingLevel={1}>
          {t('maps.noWorkspaceText')}
        </EmptyState>
      </Page>
    );
  }
  const standing = standingInWorkspace(actor, current, { workspaceId: current.id, userId: actor.userId, role: current.role });
  const maps = await listMaps(database, current.id);
  return (
    <Page theme={theme} user={actor} workspaces={workspaces} currentWorkspaceId={current.id}>
      <IntlProvider locale={locale} messages={pickMessages(locale, ['import'])}>
        <MapList
          // Another workspace is another list: nothing hidden or searched for is carried over.
          key={current.id}
          workspaceId={current.id}
          maps={maps.map(({ id, title, persona, kind, stageCount, stepCount, momentCount, updatedAt }) => ({
            id,
            title,
            persona,
            kind,
            stageCount,
            stepCount,
            momentCount,
            updatedAt: updatedAt.toISOString(),
          }))}
          templates={listTemplates(locale)}
          canEdit={canCreateMap(standing)}
        />
      </IntlProvider>
    </Page>
  );
}
