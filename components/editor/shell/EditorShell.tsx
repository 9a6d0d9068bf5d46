'use client';

import clsx from 'clsx';
import dynamic from 'next/dynamic';
import { Suspense, useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { MapCanvas } from '../canvas/MapCanvas';
import { CommentsBeside } from '../comments/CommentsBeside';
import { CompareBanner } from '../compare/CompareBanner';
import { useComparing } from '../compare/useComparing';
import { EvidenceBeside } from '../evidence/EvidenceBeside';
import { PictureDialog } from '../files/PictureDialog';
import { UploadList } from '../files/UploadList';
import { FilterBar } from '../filter/FilterBar';
import { useFilterSwitch } from '../filter/useFilterSwitch';
import { useFindingKeys } from '../finding/useFindingKeys';
import { useShellActions } from '../finding/useShellActions';
import { useFutureCounts } from '../future/useFutureCounts';
import { useFutureLine } from '../future/useFutureLine';
import { InspectorPanel } from '../inspector/InspectorPanel';
import { Together } from '../presence/Together';
import { useEditor, useMapPart } from '../session/EditorContext';
import { useAccessLost } from '../session/useAccessLost';
import { useReadable } from '../session/useReadable';
import { SignOffBar } from '../signOff/SignOffBar';
import { useSignOffLine } from '../signOff/useSignOffLine';
import { BringBack } from '../versions/parts/BringBack';
import { useLooking } from '../versions/useLooking';
import { VersionBanner } from '../versions/VersionBanner';
import { isHeld } from '../workshop/locks/isHeld';
import { LockNotices } from '../workshop/locks/LockNotices';
import { RankingPanel } from '../workshop/voting/RankingPanel';
import { VotingBar } from '../workshop/voting/VotingBar';
import { WorkshopBar } from '../workshop/WorkshopBar';
import { WorkshopBeside } from '../workshop/WorkshopBeside';
import { type MapPermissions, nothingOfIt } from './mapPermissions';
import { SessionEnded } from './SessionEnded';
import { SessionNotices } from './SessionNotices';
import { ShellDialogs } from './ShellDialogs';
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
const SearchPanel = dynamic(() => import('../finding/SearchPanel').then((module) => module.SearchPanel));
const FilterPanel = dynamic(() => import('../filter/FilterPanel').then((module) => module.FilterPanel));
const ListView = dynamic(() => import('../list/ListView').then((module) => module.ListView));
const TableView = dynamic(() => import('../tableView/TableView').then((module) => module.TableView));
const BesideView = dynamic(() => import('../compare/BesideView').then((module) => module.BesideView));
const ComparePanel = dynamic(() => import('../compare/ComparePanel').then((module) => module.ComparePanel));

type Props = { permissions: MapPermissions; titleBefore: string; maxCards: number };

/** The editor's page: bar above, map in the middle, panel at the side. */
export function EditorShell({ permissions, titleBefore, maxCards }: Props) {
  const t = useTranslations('editor.shell');
  const { session, role, workshop, compare } = useEditor();
  // Whoever may no longer see the map no longer sees it: not on a lost laptop either.
  const lost = useAccessLost();
  const loaded = useReadable(session.loaded) && !lost;
  const title = useMapPart(({ meta }) => meta.title);
  const [dialog, setDialog] = useState<ShellDialog | null>(null);
  // How often the search was asked for; 0 while it is closed.
  const [searchAsked, setSearchAsked] = useState(0);
  const panel = usePanel();
  const { hasDetails, detailsOpen, toggleDetails } = useSidePanels(panel);
  const { view: chosenView, setView } = useMapView();
  const isComparing = useStore(compare, (state) => state.asked !== null);
  const isBeside = useStore(compare, (state) => state.asked !== null && state.mode === 'beside');
  const view = isComparing ? 'map' : chosenView;
  const openPalette = useCallback(() => setDialog('palette'), []);
  const openSearch = useCallback(() => setSearchAsked((times) => times + 1), []);
  const { toggleFilter, takeOffFilter } = useFilterSwitch();
  const mayRestoreVersion = useStore(workshop, isHeld) ? false : permissions.mayRestoreVersion;
  const mine = lost ? { ...permissions, ...nothingOfIt } : { ...permissions, mayRestoreVersion };
  const isLooking = useReadable(session.isLooking);
  const openSaveVersion = useCallback(() => setDialog('saveVersion'), []);
  useFindingKeys({
    ...{ openSearch, openPalette, toggleFilter, present: useCallback(() => setDialog('present'), []) },
    saveVersion: mine.maySaveVersion && loaded && !isLooking ? openSaveVersion : null,
  });
  const shellActions = useShellActions(mine, detailsOpen, {
    openDialog: setDialog,
    openSearch,
    toggleFilter,
    takeOffFilter,
    togglePanel: toggleDetails,
    view,
    setView,
  });
  const showDetails = useCallback(() => {
    if (!detailsOpen) toggleDetails();
  }, [detailsOpen, toggleDetails]);
  useLooking(permissions.mayReadVersions && !lost);
  useSignOffLine();
  useFutureLine(permissions.mayReadVersions && !lost);
  useFutureCounts();
  useComparing(permissions.mayReadVersions && !lost, loaded);
  useUndoSelection();
  useRoleNotice(role);
  useHelpKey(useCallback(() => setDialog('shortcuts'), []));
  return (
    <div className="flex h-dvh flex-col overflow-hidden bg-paper">
      <TopBar
        permissions={mine}
        titleBefore={titleBefore}
        panelOpen={detailsOpen}
        onTogglePanel={toggleDetails}
        onOpen={setDialog}
        onSearch={openSearch}
        onFilter={toggleFilter}
        view={view}
        onView={isComparing ? null : setView}
      />
      <SessionEnded />
      <SessionNotices maxCards={maxCards} />
      {loaded ? (
        <VersionBanner
          mayExport={mine.mayExport}
          onExport={() => setDialog('export')}
          onRestore={mine.mayRestoreVersion ? () => setDialog('restoreVersion') : null}
        />
      ) : null}
      {loaded && mine.mayReadSignOffs ? <SignOffBar onShowAll={() => setDialog('signOff')} /> : null}
      {loaded ? (
        <CompareBanner mayExport={mine.mayExport} onExport={() => setDialog('export')} onChoose={() => setDialog('compare')} />
      ) : null}
      {loaded ? <WorkshopBar /> : null}
      {loaded ? <VotingBar /> : null}
      {loaded ? <FilterBar /> : null}
      <div className="relative flex min-h-0 flex-1 flex-col lg:flex-row">
        <main
          aria-label={t('map')}
          className={clsx('relative min-h-0 min-w-0 flex-1', isComparing && 'max-sm:hidden')}
          aria-busy={(!loaded && !lost) || undefined}
        >
          {loaded ? null : <SkeletonMap />}
          {loaded && view === 'map' && !isBeside ? <MapCanvas /> : null}
          {loaded && isBeside ? (
            <Suspense fallback={<SkeletonMap />}>
              <BesideView />
            </Suspense>
          ) : null}
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
          {loaded ? (
            <Suspense>
              <FilterPanel mayReadActivity={permissions.mayReadActivity} />
            </Suspense>
          ) : null}
          {loaded ? <UploadList /> : null}
          {loaded ? <RankingPanel /> : null}
          {loaded ? <Together view={view} /> : null}
        </main>
        {loaded && isComparing ? (
          <Suspense>
            <ComparePanel />
          </Suspense>
        ) : null}
        {loaded && hasDetails && !isComparing ? <InspectorPanel open={panel.open} onOpenChange={panel.setOpen} /> : null}
        {loaded ? <CommentsBeside /> : null}
        {loaded ? <WorkshopBeside /> : null}
        {loaded ? <EvidenceBeside /> : null}
        <LockNotices />
      </div>
      {loaded ? <PictureDialog /> : null}
      {loaded ? <BringBack mayRestore={mine.mayRestoreVersion} /> : null}
      <ShellDialogs
        {...{ dialog, title, loaded, lost, shellActions }}
        permissions={mine}
        onOpen={setDialog}
        onClose={() => setDialog(null)}
      />
    </div>
  );
}
