'use client';

import { useTranslations } from 'use-intl';
import { LinkList } from './LinkList';
import { useMapLinks } from './useMapLinks';
import { ViewLinkCard } from './ViewLinkCard';
import { ViewLinkForm } from './ViewLinkForm';
import { type NewViewLink, type ViewLink, viewLinksSchema } from './viewLink';

/** The links by which anybody looks at a map, with the codes that embed it. */
export function ViewLinks({ mapId, mapTitle }: { mapId: string; mapTitle: string }) {
  const t = useTranslations('workspace.share.view');
  return (
    <LinkList
      lead={t('lead')}
      of={useMapLinks<ViewLink, NewViewLink>(mapId, 'view-links', viewLinksSchema)}
      card={(link, onRevoke) => <ViewLinkCard key={link.id} link={link} mapTitle={mapTitle} onRevoke={onRevoke} />}
      form={(actions) => <ViewLinkForm {...actions} />}
    />
  );
}
