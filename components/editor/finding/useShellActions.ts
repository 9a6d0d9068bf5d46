import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { formatShortcut, isApple } from '../commands/shortcut';
import type { MapPermissions } from '../shell/mapPermissions';
import type { ShellDialog } from '../shell/shellDialog';
import { type MapView, mapViews } from '../shell/useMapView';
import { findingKeys } from './useFindingKeys';
import type { ShellAction } from './usePaletteActions';

type Actions = {
  openDialog: (dialog: ShellDialog) => void;
  openSearch: () => void;
  togglePanel: () => void;
  view: MapView;
  setView: (view: MapView) => void;
};

/** What the bar over the map offers, as lines of the command palette. */
export function useShellActions(permissions: MapPermissions, panelOpen: boolean, actions: Actions): readonly ShellAction[] {
  const t = useTranslations('editor.topbar');
  const finding = useTranslations('finding.search');
  const locale = useLocale();
  const history = useTranslations('history');
  const list = useTranslations('list');
  const table = useTranslations('tableView');
  const templates = useTranslations('templates');
  const { openDialog, openSearch, togglePanel, view, setView } = actions;
  const { mayShare, mayExport, mayKeepTemplate } = permissions;
  return useMemo(() => {
    const titles = { map: table('showMap'), table: table('showTable'), list: list('show') };
    return [
      {
        id: 'search',
        title: finding('open'),
        keys: formatShortcut(findingKeys.search, isApple(navigator.platform), locale),
        run: openSearch,
      },
      ...mapViews
        .filter((other) => other !== view)
        .map((other) => ({ id: `view-${other}`, title: titles[other], run: () => setView(other) })),
      ...(mayShare ? [{ id: 'share', title: t('share'), run: () => openDialog('share') }] : []),
      ...(mayExport ? [{ id: 'export', title: t('export'), run: () => openDialog('export') }] : []),
      ...(mayKeepTemplate ? [{ id: 'template', title: templates('saveAs'), run: () => openDialog('template') }] : []),
      { id: 'history', title: history('open'), run: () => openDialog('history') },
      { id: 'panel', title: t(panelOpen ? 'hidePanel' : 'showPanel'), run: togglePanel },
      { id: 'shortcuts', title: t('shortcuts'), keys: '?', run: () => openDialog('shortcuts') },
    ];
  }, [
    mayShare,
    mayExport,
    mayKeepTemplate,
    panelOpen,
    t,
    finding,
    history,
    list,
    table,
    templates,
    locale,
    openDialog,
    openSearch,
    togglePanel,
    view,
    setView,
  ]);
}
