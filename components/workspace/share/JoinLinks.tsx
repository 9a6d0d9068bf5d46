'use client';

import { useTranslations } from 'use-intl';
import { JoinLinkCard } from './JoinLinkCard';
import { JoinLinkForm } from './JoinLinkForm';
import { type JoinLink, joinLinksSchema, type NewJoinLink } from './joinLink';
import { LinkList } from './LinkList';
import { useMapLinks } from './useMapLinks';

/** The links by which people take part in a map, with their QR codes. */
export function JoinLinks({ mapId, mapTitle }: { mapId: string; mapTitle: string }) {
  const t = useTranslations('workspace.share');
  return (
    <LinkList
      lead={t('description')}
      of={useMapLinks<JoinLink, NewJoinLink>(mapId, 'join-links', joinLinksSchema)}
      card={(link, onRevoke) => <JoinLinkCard key={link.id} link={link} mapTitle={mapTitle} onRevoke={onRevoke} />}
      form={(actions) => <JoinLinkForm {...actions} />}
    />
  );
}
