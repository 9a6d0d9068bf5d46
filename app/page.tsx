import { redirect } from 'next/navigation';
import { GuestHome } from '@/components/workspace/entry/GuestHome';
import { MapList } from '@/components/workspace/maps/MapList';
import { canMoveMap } from '@/lib/access/map';
import { standingInWorkspace } from '@/lib/access/standing';
import { canCreateMap, canReadTemplates } from '@/lib/access/workspace';
import { findActor } from '@/lib/auth/actor';
import type { UserActor } from '@/lib/auth/asUser';
import { isSetupOpen } from '@/lib/auth/setup';
import { listMaps } from '@/lib/data/maps';
import { listMapTemplates } from '@/lib/data/mapTemplates';
import { findMapMarks, type SignOffMark } from '@/lib/data/signOffs';
import { listWorkspaces } from '@/lib/data/workspaces';
import { IntlProvider } from '@/lib/i18n/IntlProvider';
import { pickMessages } from '@/lib/i18n/pickMessages';
import { listTemplates } from '@/lib/map/templates/listTemplates';
import { readOutline } from '@/lib/map/templates/outline';
import { runtime } from '@/lib/runtime';
import { NoWorkspace } from './_shell/NoWorkspace';
import { Page } from './_shell/Page';
import { pagePreferences } from './_shell/preferences';

/** Whether a person may make maps in a workspace of theirs, so that maps can be moved there. */
function mayMakeMapsIn(actor: UserActor, { id, role }: { id: string; role: string }): boolean {
  return canCreateMap(standingInWorkspace(actor, { id }, { workspaceId: id, userId: actor.userId, role }));
}

/** What the list shows of a map's sign-off. */
function toMark(mark: SignOffMark | undefined) {
  if (!mark) return null;
  const { status, number, signed, asked } = mark;
  return { status, number, signed, asked };
}

type Props = { searchParams: Promise<{ workspace?: string | string[] }> };

export default async function HomePage({ searchParams }: Props) {
  const { database } = runtime();
  const actor = await findActor();
  if (!actor) redirect((await isSetupOpen(database)) ? '/setup' : '/sign-in');
  const { locale, theme } = await pagePreferences();
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
      <Page theme={theme} user={actor} width="medium">
        <NoWorkspace userId={actor.userId} />
      </Page>
    );
  }
  const standing = standingInWorkspace(actor, current, { workspaceId: current.id, userId: actor.userId, role: current.role });
  const maps = await listMaps(database, current.id);
  const marks = await findMapMarks(
    database,
    maps.map(({ id }) => id),
  );
  const ownTemplates = canReadTemplates(standing) ? await listMapTemplates(database, current.id) : [];
  return (
    <Page theme={theme} user={actor} workspaces={workspaces} currentWorkspaceId={current.id}>
      <IntlProvider locale={locale} messages={pickMessages(locale, ['import', 'templates', 'signOff'])}>
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
            signOff: toMark(marks.get(id)),
          }))}
          templates={listTemplates(locale)}
          ownTemplates={ownTemplates
            .map(({ id, name, description, outline }) => ({ id, name, description, outline: readOutline(outline) }))
            .sort((a, b) => a.name.localeCompare(b.name, locale) || (a.id < b.id ? -1 : 1))}
          canEdit={canCreateMap(standing)}
          targets={
            canMoveMap(standing) ? workspaces.filter((other) => other.id !== current.id && mayMakeMapsIn(actor, other)) : []
          }
        />
      </IntlProvider>
    </Page>
  );
}
