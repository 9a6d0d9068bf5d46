'use client';

import { Undo2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { RelativeTime } from '@/components/ui/Time';
import { restoreRecord } from '@/lib/document/operations/records';
import { type DeletedRecord, listDeletedRecords, type RestorableCollection } from '@/lib/map/history/deletedRecords';
import { referenceOfTarget } from '../evidence/linkTargets';
import { useLinkName } from '../evidence/useLinkName';
import { useSources } from '../evidence/useSources';
import { useTargetName } from '../evidence/useTargetName';
import type { MapReference } from '../reference';
import { useEditor, useJourneyMap } from '../session/EditorContext';

const page = 50;

const referenceTypes: Partial<Record<RestorableCollection, 'stage' | 'step' | 'lane' | 'card' | 'touchpoint' | 'transition'>> = {
  stages: 'stage',
  steps: 'step',
  lanes: 'lane',
  cards: 'card',
  touchpoints: 'touchpoint',
  transitions: 'transition',
};

/** What was deleted, newest first, each with a button that brings it back to where it stood. */
export function DeletedList({ onShow }: { onShow: () => void }) {
  const t = useTranslations('history');
  const { doc, canWrite, selection, navigation, undo } = useEditor();
  const map = useJourneyMap();
  const deleted = useMemo(() => listDeletedRecords(map), [map]);
  const [shown, setShown] = useState(page);
  const nameOf = useDeletedName(deleted);

  const restore = ({ collection, id }: DeletedRecord): void => {
    undo.stopCapturing();
    if (!restoreRecord(doc, { collection, id })) return;
    undo.stopCapturing();
    const type = referenceTypes[collection];
    // A link has no place of its own: what it is about is shown.
    const link = collection === 'links' ? map.links.find((one) => one.id === id) : undefined;
    onShow();
    const reference: MapReference | null = link ? referenceOfTarget(link.target) : type ? { type, id } : null;
    if (reference === null) return;
    // It has a place on the map only after it is drawn there.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        selection.getState().select(reference);
        navigation.goTo(reference);
        navigation.focus();
      }),
    );
  };

  if (deleted.length === 0) return <p className="py-8 text-center text-ink-soft">{t('nothingDeleted')}</p>;
  return (
    <>
      <ul className="divide-y divide-line">
        {deleted.slice(0, shown).map((record) => (
          <li key={`${record.collection} ${record.id}`} className="flex items-center gap-4 py-2">
            <span className="min-w-0 flex-1">
              <span className="line-clamp-2 wrap-anywhere">
                <span className="text-ink-soft">{t(`collection.${record.collection}`)}</span>{' '}
                <span className="font-semibold">{nameOf(record)}</span>
              </span>
              <span className="block text-ink-soft text-xs">
                <RelativeTime iso={new Date(record.deletedAt).toISOString()} />
                {record.brings > 0 ? `, ${t('brings', { count: record.brings })}` : ''}
              </span>
            </span>
            {canWrite ? (
              <Button
                size="sm"
                icon={<Undo2 size={14} aria-hidden="true" />}
                aria-label={t('restoreOne', {
                  name: record.collection === 'links' ? nameOf(record) : record.text || t('wordless'),
                })}
                onClick={() => restore(record)}
              >
                {t('restore')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {deleted.length > shown ? (
        <Button className="mt-4" onClick={() => setShown(shown + page)}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
}

/** What a deleted thing is called: for a lane, touchpoint or transition without a name of its own, what kind it was. */
function useDeletedName(records: readonly DeletedRecord[]): (record: DeletedRecord) => string {
  const words = useTranslations('canvas');
  const t = useTranslations('history');
  const linkName = useDeletedLinkName(records.some(({ collection }) => collection === 'links'));
  return ({ collection, id, text }) => {
    if (collection === 'links') return linkName(id);
    const known = { lanes: 'laneKind', touchpoints: 'channel', transitions: 'transition' } as const;
    const group = collection in known ? known[collection as keyof typeof known] : null;
    const key = group === null ? null : `${group}.${text}`;
    const shown = key !== null && words.has(key as never) ? words(key as never) : text;
    return shown || t('wordless');
  };
}

/** What a link to evidence meant and what it was about, by its id. `isNeeded`: whether there are any. */
function useDeletedLinkName(isNeeded: boolean): (id: string) => string {
  const t = useTranslations('history');
  const { workspaceId } = useEditor();
  const { links } = useJourneyMap();
  // Of a source that nothing is linked to any more the map's evidence says nothing.
  const sources = useSources(isNeeded ? workspaceId : null);
  const nameOf = useLinkName();
  const nameOfTarget = useTargetName();
  return (id) => {
    const link = links.find((one) => one.id === id);
    if (!link) return t('wordless');
    const { words } = nameOf(link);
    const source = sources?.find((one) => one.id === link.sourceId)?.name ?? '';
    const part = source === '' ? words : t('linkPart', { source, part: words });
    return t('linkAbout', { part, target: nameOfTarget(link.target) });
  };
}
