import type { Metadata } from 'next';
import { pagePreferences } from '@/app/_shell/preferences';
import { MapEditorLoader } from '@/components/editor/MapEditorLoader';
import {
  canCommentOnMap,
  canDeleteVersion,
  canExportMap,
  canListJoinLinks,
  canManageMap,
  canPutUpSignOff,
  canReadActivity,
  canReadComments,
  canReadSignOffs,
  canReadVersions,
  canSaveVersion,
  canWriteMap,
} from '@/lib/access/map';
import { canCreateMap, canManageTemplates, canReadAnswers, canReadFigures } from '@/lib/access/workspace';
import { sessionHours } from '@/lib/auth/sessionExpiry';
import { IntlProvider } from '@/lib/i18n/IntlProvider';
import { pickMessages } from '@/lib/i18n/pickMessages';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { readWorkshop } from '@/lib/workshop/readWorkshop';
import { findPageAccess, requirePageAccess } from './access';
import { toPresenceUser } from './presenceUser';

type Props = { params: Promise<{ mapId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { mapId } = await params;
  const [access, { locale }] = await Promise.all([findPageAccess(mapId), pagePreferences()]);
  return { title: access?.map.title || translatorOf(locale, 'canvas')('untitledMap') };
}

/** The editor of one map. */
export default async function MapPage({ params }: Props) {
  const { mapId } = await params;
  const { actor, access } = await requirePageAccess(mapId);
  const { env } = runtime();
  const { map, role, standing } = access;
  const { locale } = await pagePreferences();
  return (
    <IntlProvider
      locale={locale}
      messages={pickMessages(locale, [
        'editor',
        'structure',
        'sync',
        'canvas',
        'cardParts',
        'comments',
        'compare',
        'comparing',
        'view',
        'evidence',
        'export',
        'filter',
        'finding',
        'future',
        'history',
        'list',
        'present',
        'signOff',
        'table',
        'tableView',
        'templates',
        'workshop',
        'together',
        'versions',
      ])}
    >
      <MapEditorLoader
        mapId={map.id}
        workspaceId={standing.kind === 'member' ? map.workspaceId : null}
        epoch={map.epoch}
        role={role}
        mayWrite={canWriteMap({ ...standing, held: false })}
        workshop={await readWorkshop(runtime(), actor, map.id)}
        permissions={{
          mayShare: canListJoinLinks(standing),
          mayExport: canExportMap(standing),
          mayReadActivity: canReadActivity(standing),
          mayReadVersions: canReadVersions(standing),
          maySaveVersion: canSaveVersion(standing),
          // A lock of a workshop's leaders comes and goes: the page knows of it by itself.
          mayRestoreVersion: canSaveVersion(standing) && canWriteMap({ ...standing, held: false }),
          mayDeleteVersion: canDeleteVersion(standing),
          mayReadSignOffs: canReadSignOffs(standing),
          mayPutUpSignOff: canPutUpSignOff(standing),
          mayMakeFuture: canCreateMap(standing),
          mayTakeBack: canManageMap(standing),
          mayGather: canManageMap(standing),
          mayReadComments: canReadComments(standing),
          mayComment: canCommentOnMap(standing),
          mayReadFigures: canReadFigures(standing),
          mayReadAnswers: canReadAnswers(standing),
          mayKeepTemplate: canManageTemplates(standing),
          hasList: standing.kind === 'member',
        }}
        hoursKept={env.OFFLINE_OPENING ? sessionHours(env, actor.kind) : 0}
        maxCards={env.MAX_CARDS_PER_MAP}
        me={await toPresenceUser(actor, map.id)}
        title={map.title || translatorOf(locale, 'canvas')('untitledMap')}
      />
    </IntlProvider>
  );
}
