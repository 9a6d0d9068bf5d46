'use client';

import clsx from 'clsx';
import dynamic from 'next/dynamic';
import { Suspense, useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { MapCanvas } from '../canvas/MapCanvas';
import { CommentsBeside } from '../comments/CommentsBeside';
import { CompareBanner } from '../compare/CompareBanner';
import { useCompareFocus } from '../compare/useCompareFocus';
import { useCompareLayout } from '../compare/useCompareLayout';
import { useComparing } from '../compare/useComparing';
import { EvidenceBeside } from '../evidence/EvidenceBeside';
import { PictureDialog } from '../files/PictureDialog';
import { UploadList } from '../files/UploadList';
import { FilterBar } from '../filter/FilterBar';
import { useFilterSwitch } from '../filter/useFilterSwitch';
import { useFindingKeys } from '../finding/useFindingKeys';
import { useShellActions } from '../finding/useShellActions';
import { FutureBar } from '../future/FutureBar';
import { useFutureCounts } from '../future/useFutureCounts';
import { useFutureLine } from '../future/useFutureLine';
import { InspectorPanel } from '../inspector/InspectorPanel';
import { Together } from '../presence/Together';
import { useEditor } from '../session/EditorContext';
import { useAccessLost } from '../session/useAccessLost';
import { useLiveTitle } from '../session/useLiveTitle';
import { useReadable } from '../session/useReadable';
import { SignOffBar } from '../signOff/SignOffBar';
import { useSignOffLine } from '../signOff/useSignOffLine';
import { BringBack } from '../versions/parts/BringBack';
import { useLooking } from '../versions/useLooking';
import { VersionBanner } from '../versions/VersionBanner';
import { LockNotices } from '../workshop/locks/LockNotices';
import { RankingPanel } from '../workshop/voting/RankingPanel';
import { VotingBar } from '../workshop/voting/VotingBar';
import { WorkshopBar } from '../workshop/WorkshopBar';
import { WorkshopBeside } from '../workshop/WorkshopBeside';
import type { MapPermissions } from './mapPermissions';
import { SessionEnded } from './SessionEnded';
import { SessionNotices } from './SessionNotices';
import { ShellDialogs } from './ShellDialogs';
import { SkeletonMap } from './SkeletonMap';
import type { ShellDialog } from './shellDialog';
import { TopBar } from './TopBar';
import { UnplacedTray } from './UnplacedTray';
import { useHelpKey } from './useHelpKey';
import { useMapView } from './useMapView';
import { useOwnPermissions } from './useOwnPermissions';
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
  const { session, role, compare } = useEditor();
  // Whoever may no longer see the map no longer sees it: not on a lost laptop either.
  const lost = useAccessLost();
  const loaded = useReadable(session.loaded) && !lost;
  const title = useLiveTitle();
  const [dialog, setDialog] = useState<ShellDialog | null>(null);
  // How often the search was asked for; 0 while it is closed.
  const [searchAsked, setSearchAsked] = useState(0);
  const panel = usePanel();
  const { hasDetails, detailsOpen, toggleDetails } = useSidePanels(panel);
  const { view: chosenView, setView } = useMapView();
  const { isComparing, isBeside, isListAlone, isMapAlone } = useCompareLayout();
  const view = isComparing ? 'map' : chosenView;
  const openPalette = useCallback(() => setDialog('palette'), []);
  const openSearch = useCallback(() => {
    // It lies over the map.
    compare.getState().showOnPhone('map');
    setSearchAsked((times) => times + 1);
  }, [compare]);
  const { toggleFilter, takeOffFilter } = useFilterSwitch();
  const mine = useOwnPermissions(permissions, lost);
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
  useCompareFocus();
  useUndoSelection();
  useRoleNotice(role);
  useHelpKey(useCallback(() => setDialog('shortcuts'), []));
  return (
    <div className={clsx('flex h-dvh flex-col overflow-hidden bg-paper', isListAlone && 'overflow-y-auto')}>
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
      {loaded && mine.mayReadVersions && !isComparing ? <FutureBar onShowAll={() => setDialog('future')} /> : null}
      {loaded ? <WorkshopBar /> : null}
      {loaded ? <VotingBar /> : null}
      {loaded ? <FilterBar /> : null}
      <div
        className={clsx(
          'relative flex min-h-0 flex-1 flex-col lg:flex-row',
          isComparing && 'sm:short:flex-row',
          isListAlone && 'shrink-0 basis-64',
        )}
      >
        <main
          aria-label={t('map')}
          className="relative min-h-0 min-w-0 flex-1"
          hidden={isListAlone}
          aria-busy={(!loaded && !lost) || undefined}
        >
          {loaded ? null : <SkeletonMap />}
          {loaded && view === 'map' && !isBeside && !isListAlone ? <MapCanvas /> : null}
          {loaded && isBeside && !isListAlone ? (
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
            <ComparePanel isFolded={isMapAlone} />
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
