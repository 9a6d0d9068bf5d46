'use client';

import { Plus, Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { controlClass } from '@/components/ui/Field';
import { PathPicture } from '../PathPicture';
import { ShareDialog } from '../share/ShareDialog';
import { SaveTemplateDialog } from '../templates/SaveTemplateDialog';
import { FileDropArea } from './FileDropArea';
import { MapTile } from './MapTile';
import { MoveMapDialog } from './MoveMapDialog';
import type { MapSummary } from './mapSummary';
import { NewMapDialog, type NewMapStart } from './NewMapDialog';
import { RenameMapDialog } from './RenameMapDialog';
import type { OwnTemplate, TemplateChoice } from './templateChoice';
import { useDeleteMap } from './useDeleteMap';
import { useDuplicateMap } from './useDuplicateMap';
import { useLiveRefresh } from './useLiveRefresh';

type Props = {
  workspaceId: string;
  maps: readonly MapSummary[];
  templates: readonly TemplateChoice[];
  /** Those that were saved in the workspace; none for whoever makes no maps. */
  ownTemplates: readonly OwnTemplate[];
  /** Whether the person may make, share and delete maps here. */
  canEdit: boolean;
  /** The other workspaces to which the person may move maps. */
  targets: readonly { id: string; name: string }[];
};

/** How many maps make a search field worth its place. */
const searchFrom = 9;

/** The maps of a workspace: kept up to date, with the ways to a new one. */
export function MapList({ workspaceId, maps, templates, ownTemplates, canEdit, targets }: Props) {
  const t = useTranslations('workspace.maps');
  const router = useRouter();
  const line = useLiveRefresh(workspaceId);
  const { hidden, deleteMap } = useDeleteMap();
  const { busyId, duplicate } = useDuplicateMap();
  const [renamed, setRenamed] = useState<MapSummary | null>(null);
  const [moved, setMoved] = useState<MapSummary | null>(null);
  const [kept, setKept] = useState<MapSummary | null>(null);
  const [start, setStart] = useState<NewMapStart | null>(null);
  const [shared, setShared] = useState<MapSummary | null>(null);
  const [query, setQuery] = useState('');

  const present = maps.filter((map) => !hidden.has(map.id));
  const wanted = query.trim().toLocaleLowerCase();
  const shown = present.filter((map) => `${map.title}\n${map.persona}`.toLocaleLowerCase().includes(wanted));

  return (
    <>
      <div className="mb-6 flex flex-wrap items-center gap-3">
        <h1 className="mr-auto font-bold text-2xl tracking-tight">{t('title')}</h1>
        {present.length >= searchFrom ? (
          <div className="relative w-full sm:w-64">
            <Search className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4 text-ink-faint" aria-hidden="true" />
            <input
              type="search"
              aria-label={t('search')}
              placeholder={t('search')}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
              className={`${controlClass} h-9 pl-9 pointer-coarse:h-11`}
            />
          </div>
        ) : null}
        {canEdit && present.length > 0 ? (
          <Button variant="primary" icon={<Plus size={16} aria-hidden="true" />} onClick={() => setStart({ source: 'template' })}>
            {t('new')}
          </Button>
        ) : null}
      </div>
      {line === 'interrupted' ? (
        <div className="mb-6">
          <Banner tone="warning">{t('interrupted')}</Banner>
        </div>
      ) : null}
      {present.length === 0 ? (
        <EmptyState
          picture={<PathPicture />}
          title={t(canEdit ? 'emptyTitle' : 'emptyTitleReader')}
          otherwise={canEdit ? t('emptyDrop') : null}
          action={
            canEdit ? (
              <Button
                variant="primary"
                size="lg"
                icon={<Plus size={18} aria-hidden="true" />}
                onClick={() => setStart({ source: 'template' })}
              >
                {t('emptyAction')}
              </Button>
            ) : null
          }
        >
          {t(canEdit ? 'emptyText' : 'emptyTextReader')}
        </EmptyState>
      ) : (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,18rem),1fr))] gap-5">
          {shown.map((map) => (
            <MapTile
              key={map.id}
              map={map}
              canShare={canEdit}
              canEdit={canEdit}
              canMove={targets.length > 0}
              busy={busyId === map.id}
              onShare={() => setShared(map)}
              onRename={() => setRenamed(map)}
              onDuplicate={() => duplicate(map)}
              onMove={() => setMoved(map)}
              onSaveTemplate={() => setKept(map)}
              onDelete={() => deleteMap(map)}
            />
          ))}
        </ul>
      )}
      <p role="status" className={wanted && shown.length === 0 ? 'py-12 text-center text-ink-soft' : 'sr-only'}>
        {wanted ? t('found', { count: shown.length }) : ''}
      </p>
      {canEdit ? (
        <>
          <FileDropArea onFile={(file) => setStart({ source: 'file', file })} />
          <NewMapDialog
            workspaceId={workspaceId}
            templates={templates}
            ownTemplates={ownTemplates}
            start={start}
            onClose={() => setStart(null)}
          />
        </>
      ) : null}
      {renamed ? <RenameMapDialog map={renamed} onClose={() => setRenamed(null)} /> : null}
      {moved ? <MoveMapDialog map={moved} targets={targets} onClose={() => setMoved(null)} /> : null}
      {kept ? (
        <SaveTemplateDialog
          mapId={kept.id}
          mapTitle={kept.title}
          onSaved={() => router.refresh()}
          onClose={() => setKept(null)}
        />
      ) : null}
      {shared ? (
        <ShareDialog
          mapId={shared.id}
          mapTitle={shared.title}
          open
          onOpenChange={(open) => {
            if (!open) setShared(null);
          }}
        />
      ) : null}
    </>
  );
}
