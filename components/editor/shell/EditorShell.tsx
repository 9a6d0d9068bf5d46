'use client';

import dynamic from 'next/dynamic';
import { Suspense, useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { MapCanvas } from '../canvas/MapCanvas';
import { CommentsBeside } from '../comments/CommentsBeside';
import { PictureDialog } from '../files/PictureDialog';
import { UploadList } from '../files/UploadList';
import { useFindingKeys } from '../finding/useFindingKeys';
import { useShellActions } from '../finding/useShellActions';
import { InspectorPanel } from '../inspector/InspectorPanel';
import { useEditor, useJourneyMap } from '../session/EditorContext';
import { useAccessLost } from '../session/useAccessLost';
import { useReadable } from '../session/useReadable';
import type { MapPermissions } from './mapPermissions';
import { SessionEnded } from './SessionEnded';
import { SessionNotices } from './SessionNotices';
import { SkeletonMap } from './SkeletonMap';
import type { ShellDialog } from './shellDialog';
import { TopBar } from './TopBar';
import { UnplacedTray } from './UnplacedTray';
import { useHelpKey } from './useHelpKey';
import { useMapView } from './useMapView';
import { usePanel } from './usePanel';
import { useRoleNotice } from './useRoleNotice';
import { useSidePanels } from './useSidePanels';
import { useUndoSelection } from './useUndoSelection';

// Opened rarely: their programs come when they are asked for.
const CommandPalette = dynamic(() => import('../finding/CommandPalette').then((module) => module.CommandPalette));
const SearchPanel = dynamic(() => import('../finding/SearchPanel').then((module) => module.SearchPanel));
const HistoryDialog = dynamic(() => import('../history/HistoryDialog').then((module) => module.HistoryDialog));
const ListView = dynamic(() => import('../list/ListView').then((module) => module.ListView));
const TableView = dynamic(() => import('../tableView/TableView').then((module) => module.TableView));
const ExportDialog = dynamic(() => import('../export/ExportDialog').then((module) => module.ExportDialog));
const ShareDialog = dynamic(() => import('@/components/workspace/share/ShareDialog').then((module) => module.ShareDialog));
const SaveTemplateDialog = dynamic(() =>
  import('@/components/workspace/templates/SaveTemplateDialog').then((module) => module.SaveTemplateDialog),
);
const ShortcutsDialog = dynamic(() => import('./ShortcutsDialog').then((module) => module.ShortcutsDialog));

type Props = { permissions: MapPermissions; titleBefore: string; maxCards: number };

/** The editor's page: bar above, map in the middle, panel at the side. */
export function EditorShell({ permissions, titleBefore, maxCards }: Props) {
  const t = useTranslations('editor.shell');
  const { session, role } = useEditor();
  // Whoever may no longer see the map no longer sees it: not on a lost laptop either.
  const lost = useAccessLost();
  const loaded = useReadable(session.loaded) && !lost;
  const { title } = useJourneyMap().meta;
  const [dialog, setDialog] = useState<ShellDialog | null>(null);
  // How often the search was asked for; 0 while it is closed.
  const [searchAsked, setSearchAsked] = useState(0);
  const panel = usePanel();
  const { hasDetails, detailsOpen, toggleDetails } = useSidePanels(panel);
  const { view, setView } = useMapView();
  const openPalette = useCallback(() => setDialog('palette'), []);
  const openSearch = useCallback(() => setSearchAsked((times) => times + 1), []);
  useFindingKeys({ openSearch, openPalette });
  const mine = lost ? { ...permissions, mayShare: false, mayExport: false, mayKeepTemplate: false } : permissions;
  const shellActions = useShellActions(mine, detailsOpen, {
    openDialog: setDialog,
    openSearch,
    togglePanel: toggleDetails,
    view,
    setView,
  });
  const showDetails = useCallback(() => {
    if (!detailsOpen) toggleDetails();
  }, [detailsOpen, toggleDetails]);
  useUndoSelection();
  useRoleNotice(role);
  useHelpKey(useCallback(() => setDialog('shortcuts'), []));
  const closeDialog = (open: boolean) => {
    if (!open) setDialog(null);
  };
  return (
    <div className="flex h-dvh flex-col overflow-hidden bg-paper">
      <TopBar
        permissions={mine}
        titleBefore={titleBefore}
        panelOpen={detailsOpen}
        onTogglePanel={toggleDetails}
        onOpen={setDialog}
        onSearch={openSearch}
        view={view}
        onView={setView}
      />
      <SessionEnded />
      <SessionNotices maxCards={maxCards} />
      <div className="relative flex min-h-0 flex-1 flex-col lg:flex-row">
        <main aria-label={t('map')} className="relative min-h-0 min-w-0 flex-1" aria-busy={(!loaded && !lost) || undefined}>
          {loaded ? null : <SkeletonMap />}
          {loaded && view === 'map' ? <MapCanvas /> : null}
          {loaded && view !== 'map' ? (
            <Suspense fallback={<SkeletonMap />}>
              {view === 'table' ? <TableView onShowDetails={showDetails} /> : <ListView />}
            </Suspense>
          ) : null}
          {loaded ? <UnplacedTray /> : null}
          {loaded && searchAsked > 0 ? (
            <Suspense>
              <SearchPanel asked={searchAsked} onClose={() => setSearchAsked(0)} onShowDetails={showDetails} />
            </Suspense>
          ) : null}
          {loaded ? <UploadList /> : null}
        </main>
        {loaded && hasDetails ? <InspectorPanel open={panel.open} onOpenChange={panel.setOpen} /> : null}
        {loaded ? <CommentsBeside /> : null}
      </div>
      {loaded ? <PictureDialog /> : null}
      {/* While their programs come, what is on the page stays, and keeps the focus. */}
      <Suspense>
        {dialog === 'share' && !lost ? (
          <ShareDialog mapId={session.mapId} mapTitle={title} open onOpenChange={closeDialog} />
        ) : null}
        {dialog === 'export' && !lost ? <ExportDialog onOpenChange={closeDialog} /> : null}
        {dialog === 'palette' && loaded ? <CommandPalette shellActions={shellActions} onOpenChange={closeDialog} /> : null}
        {dialog === 'history' && loaded ? (
          <HistoryDialog
            mayReadActivity={permissions.mayReadActivity}
            mayTakeBack={permissions.mayTakeBack}
            onOpenChange={closeDialog}
          />
        ) : null}
        {dialog === 'template' && !lost ? (
          <SaveTemplateDialog mapId={session.mapId} mapTitle={title} onClose={() => setDialog(null)} />
        ) : null}
        {dialog === 'shortcuts' ? <ShortcutsDialog onOpenChange={closeDialog} /> : null}
      </Suspense>
    </div>
  );
}
