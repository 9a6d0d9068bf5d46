import type { Metadata } from 'next';
import { pagePreferences } from '@/app/_shell/preferences';
import { MapEditorLoader } from '@/components/editor/MapEditorLoader';
import {
  canCommentOnMap,
  canExportMap,
  canListJoinLinks,
  canManageMap,
  canReadActivity,
  canReadComments,
  canWriteMap,
} from '@/lib/access/map';
import { canManageTemplates } from '@/lib/access/workspace';
import { IntlProvider } from '@/lib/i18n/IntlProvider';
import { pickMessages } from '@/lib/i18n/pickMessages';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
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
        'export',
        'finding',
        'history',
        'list',
        'table',
        'tableView',
        'templates',
      ])}
    >
      <MapEditorLoader
        mapId={map.id}
        epoch={map.epoch}
        role={role}
        mayWrite={canWriteMap(standing)}
        permissions={{
          mayShare: canListJoinLinks(standing),
          mayExport: canExportMap(standing),
          mayReadActivity: canReadActivity(standing),
          mayTakeBack: canManageMap(standing),
          mayReadComments: canReadComments(standing),
          mayComment: canCommentOnMap(standing),
          mayKeepTemplate: canManageTemplates(standing),
          hasList: standing.kind === 'member',
        }}
        maxCards={runtime().env.MAX_CARDS_PER_MAP}
        me={await toPresenceUser(actor, map.id)}
        title={map.title || translatorOf(locale, 'canvas')('untitledMap')}
      />
    </IntlProvider>
  );
}
