import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { formatShortcut, isApple } from '../commands/shortcut';
import { useGather } from '../presence/useGather';
import { useEditor } from '../session/EditorContext';
import type { MapPermissions } from '../shell/mapPermissions';
import type { ShellDialog } from '../shell/shellDialog';
import { type MapView, mapViews } from '../shell/useMapView';
import { bringBackKey, useBringBack, useIsOffered } from '../versions/parts/useBringBack';
import { workshopKey } from '../workshop/useWorkshopKeys';
import { findingKeys } from './useFindingKeys';
import type { ShellAction } from './usePaletteActions';

type Actions = {
  openDialog: (dialog: ShellDialog) => void;
  openSearch: () => void;
  toggleFilter: () => void;
  /** Null while none is on. */
  takeOffFilter: (() => void) | null;
  togglePanel: () => void;
  view: MapView;
  setView: (view: MapView) => void;
};

/** What the bar over the map offers, as lines of the command palette. */
export function useShellActions(permissions: MapPermissions, panelOpen: boolean, actions: Actions): readonly ShellAction[] {
  const t = useTranslations('editor.topbar');
  const finding = useTranslations('finding.search');
  const filter = useTranslations('filter');
  const locale = useLocale();
  const history = useTranslations('history');
  const list = useTranslations('list');
  const table = useTranslations('tableView');
  const templates = useTranslations('templates');
  const workshops = useTranslations('workshop.panel');
  const said = useTranslations('evidence');
  const kept = useTranslations('versions');
  const signOff = useTranslations('signOff');
  const comparing = useTranslations('comparing');
  const future = useTranslations('future');
  const { workshop, evidence, versions, compare } = useEditor();
  const isComparing = useStore(compare, (state) => state.asked !== null);
  const shownNumber = useStore(versions, (state) => state.wanted);
  const isLooking = useStore(versions, (state) => state.wanted !== null);
  const together = useTranslations('together');
  const { openDialog, openSearch, toggleFilter, takeOffFilter, togglePanel, view, setView } = actions;
  const isShown = useStore(versions, (state) => state.wanted !== null && state.shown?.number === state.wanted);
  const {
    mayShare,
    mayExport,
    mayKeepTemplate,
    mayGather,
    mayReadActivity,
    mayReadFigures,
    maySaveVersion,
    mayRestoreVersion,
    mayReadSignOffs,
    mayReadVersions,
  } = permissions;
  const present = useTranslations('present');
  const gather = useGather();
  const isOffered = useIsOffered();
  const bringBack = useBringBack();
  return useMemo(() => {
    const titles = { map: table('showMap'), table: table('showTable'), list: list('show') };
    return [
      {
        id: 'search',
        title: finding('open'),
        keys: formatShortcut(findingKeys.search, isApple(navigator.platform), locale),
        run: openSearch,
      },
      {
        id: 'filter',
        title: filter('open'),
        keys: formatShortcut(findingKeys.filter, isApple(navigator.platform), locale),
        run: toggleFilter,
      },
      ...(takeOffFilter ? [{ id: 'noFilter', title: filter('takeOff'), run: takeOffFilter }] : []),
      ...mapViews
        .filter((other) => other !== view && !isComparing)
        .map((other) => ({ id: `view-${other}`, title: titles[other], run: () => setView(other) })),
      ...(mayShare ? [{ id: 'share', title: t('share'), run: () => openDialog('share') }] : []),
      ...(mayExport ? [{ id: 'export', title: t('export'), run: () => openDialog('export') }] : []),
      ...(mayKeepTemplate ? [{ id: 'template', title: templates('saveAs'), run: () => openDialog('template') }] : []),
      {
        id: 'workshop',
        title: workshops('title'),
        keys: formatShortcut(workshopKey, isApple(navigator.platform), locale),
        run: () => workshop.getState().setOpen(true),
      },
      ...(mayReadFigures ? [{ id: 'evidence', title: said('title'), run: () => evidence.getState().setOpen(true) }] : []),
      ...(mayGather ? [{ id: 'gather', title: together('gather'), run: gather }] : []),
      ...(mayReadActivity
        ? [{ id: 'contributions', title: together('contributions.open'), run: () => openDialog('contributions') }]
        : []),
      {
        id: 'present',
        title: present('present'),
        keys: formatShortcut(findingKeys.present, isApple(navigator.platform), locale),
        run: () => openDialog('present'),
      },
      { id: 'history', title: history('open'), run: () => openDialog('history') },
      ...(mayReadSignOffs ? [{ id: 'signOff', title: signOff('open'), run: () => openDialog('signOff') }] : []),
      ...(mayReadVersions ? [{ id: 'future', title: future('open'), run: () => openDialog('future') }] : []),
      ...(mayReadVersions ? [{ id: 'compare', title: comparing('open'), run: () => openDialog('compare') }] : []),
      ...(mayReadVersions && shownNumber !== null
        ? [
            {
              id: 'compareNow',
              title: comparing('openNow'),
              run: () =>
                compare.getState().start({ from: { mapId: null, state: shownNumber }, to: { mapId: null, state: 'live' } }),
            },
          ]
        : []),
      ...(isComparing ? [{ id: 'compareEnd', title: comparing('end'), run: () => compare.getState().end() }] : []),
      ...(maySaveVersion && !isLooking && !isComparing
        ? [
            {
              id: 'saveVersion',
              title: kept('saveAs'),
              keys: formatShortcut(findingKeys.saveVersion, isApple(navigator.platform), locale),
              run: () => openDialog('saveVersion'),
            },
          ]
        : []),
      ...(isShown && mayRestoreVersion
        ? [{ id: 'restoreVersion', title: kept('restoreThis'), run: () => openDialog('restoreVersion') }]
        : []),
      ...(isOffered
        ? [
            {
              id: 'bringBack',
              title: kept('parts.bringBack', { count: 1 }),
              keys: formatShortcut(bringBackKey, isApple(navigator.platform), locale),
              run: bringBack,
            },
          ]
        : []),
      ...(isLooking ? [{ id: 'backToNow', title: kept('backToNow'), run: () => versions.getState().want(null) }] : []),
      { id: 'panel', title: t(panelOpen ? 'hidePanel' : 'showPanel'), run: togglePanel },
      { id: 'shortcuts', title: t('shortcuts'), keys: '?', run: () => openDialog('shortcuts') },
    ];
  }, [
    mayShare,
    mayExport,
    mayKeepTemplate,
    mayGather,
    mayReadActivity,
    mayReadFigures,
    maySaveVersion,
    mayRestoreVersion,
    mayReadSignOffs,
    signOff,
    future,
    mayReadVersions,
    isLooking,
    isShown,
    isComparing,
    isOffered,
    bringBack,
    shownNumber,
    kept,
    comparing,
    compare,
    versions,
    said,
    evidence,
    gather,
    together,
    panelOpen,
    t,
    finding,
    filter,
    history,
    list,
    table,
    templates,
    workshops,
    workshop,
    present,
    locale,
    openDialog,
    openSearch,
    toggleFilter,
    takeOffFilter,
    togglePanel,
    view,
    setView,
  ]);
}
