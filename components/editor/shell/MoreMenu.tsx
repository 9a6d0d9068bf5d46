'use client';

import {
  Command,
  Download,
  Ellipsis,
  Flag,
  GitCompareArrows,
  History,
  Keyboard,
  LayoutTemplate,
  List,
  ListFilter,
  LogOut,
  MessageSquareQuote,
  MonitorPlay,
  Presentation,
  Redo2,
  Route,
  Search,
  Stamp,
  Table2,
  Undo2,
  UserPlus,
  Waypoints,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/Menu';
import { useEditor } from '../session/EditorContext';
import { useReadable } from '../session/useReadable';
import { EditorPreferences } from './EditorPreferences';
import type { MapPermissions } from './mapPermissions';
import type { ShellDialog } from './shellDialog';
import { type MapView, mapViews } from './useMapView';
import { useUndoState } from './useUndoState';

type Props = {
  permissions: MapPermissions;
  onOpen: (dialog: ShellDialog) => void;
  onSearch: () => void;
  onFilter: () => void;
  view: MapView;
  /** Null while only the canvas can show what is shown. */
  onView: ((view: MapView) => void) | null;
};

const viewIcons = { map: Waypoints, table: Table2, list: List } as const;

/** What does not fit into the bar. On a wide screen only the rarer things are in here. */
export function MoreMenu({ permissions, onOpen, onSearch, onFilter, view, onView }: Props) {
  const t = useTranslations('editor.topbar');
  const history = useTranslations('history');
  const list = useTranslations('list');
  const table = useTranslations('tableView');
  const finding = useTranslations('finding');
  const filter = useTranslations('filter');
  const guest = useTranslations('lifecycle.guest');
  const templates = useTranslations('templates');
  const workshops = useTranslations('workshop.panel');
  const present = useTranslations('present');
  const said = useTranslations('evidence');
  const kept = useTranslations('versions');
  const signOff = useTranslations('signOff');
  const comparing = useTranslations('comparing');
  const future = useTranslations('future');
  const { session, undo, canWrite, workshop, evidence } = useEditor();
  const isLooking = useReadable(session.isLooking);
  const { canUndo, canRedo } = useUndoState();
  return (
    <Menu align="end" trigger={<IconButton label={t('more')} icon={<Ellipsis size={18} />} />}>
      {canWrite ? (
        <span className="contents sm:hidden">
          <MenuItem icon={<Undo2 />} disabled={!canUndo} onSelect={() => undo.undo()}>
            {t('undo')}
          </MenuItem>
          <MenuItem icon={<Redo2 />} disabled={!canRedo} onSelect={() => undo.redo()}>
            {t('redo')}
          </MenuItem>
          <MenuSeparator />
        </span>
      ) : null}
      <span className="contents lg:hidden">
        {permissions.mayShare ? (
          <MenuItem icon={<UserPlus />} onSelect={() => onOpen('share')}>
            {t('share')}
          </MenuItem>
        ) : null}
        {permissions.mayExport ? (
          <MenuItem icon={<Download />} onSelect={() => onOpen('export')}>
            {t('export')}
          </MenuItem>
        ) : null}
      </span>
      <span className="contents sm:hidden">
        <MenuItem icon={<Search />} onSelect={onSearch}>
          {finding('search.open')}
        </MenuItem>
      </span>
      <span className="contents lg:hidden">
        {/* The menu gives the focus back in a timer of its own; a panel keeps it only after that. */}
        <MenuItem icon={<ListFilter />} onSelect={() => setTimeout(() => setTimeout(onFilter))}>
          {filter('open')}
        </MenuItem>
      </span>
      {mapViews.map((other) => {
        const Icon = viewIcons[other];
        return other === view || !onView ? null : (
          <MenuItem key={other} icon={<Icon />} onSelect={() => onView(other)}>
            {other === 'list' ? list('show') : table(other === 'map' ? 'showMap' : 'showTable')}
          </MenuItem>
        );
      })}
      {permissions.mayReadFigures ? (
        <span className="contents lg:hidden">
          <MenuItem
            icon={<MessageSquareQuote />}
            onSelect={() => setTimeout(() => setTimeout(() => evidence.getState().setOpen(true)))}
          >
            {said('title')}
          </MenuItem>
        </span>
      ) : null}
      <span className="contents sm:hidden">
        <MenuItem icon={<Presentation />} onSelect={() => setTimeout(() => setTimeout(() => workshop.getState().setOpen(true)))}>
          {workshops('title')}
        </MenuItem>
      </span>
      <MenuItem icon={<MonitorPlay />} onSelect={() => onOpen('present')}>
        {present('present')}
      </MenuItem>
      <MenuItem icon={<History />} onSelect={() => onOpen('history')}>
        {history('open')}
      </MenuItem>
      {permissions.mayReadVersions ? (
        <MenuItem icon={<GitCompareArrows />} onSelect={() => onOpen('compare')}>
          {comparing('open')}
        </MenuItem>
      ) : null}
      {permissions.maySaveVersion && !isLooking ? (
        <MenuItem icon={<Flag />} onSelect={() => onOpen('saveVersion')}>
          {kept('saveAs')}
        </MenuItem>
      ) : null}
      {permissions.mayReadSignOffs ? (
        <MenuItem icon={<Stamp />} onSelect={() => onOpen('signOff')}>
          {signOff('open')}
        </MenuItem>
      ) : null}
      {permissions.mayReadVersions ? (
        <MenuItem icon={<Route />} onSelect={() => onOpen('future')}>
          {future('open')}
        </MenuItem>
      ) : null}
      <MenuItem icon={<Command />} onSelect={() => onOpen('palette')}>
        {finding('palette.open')}
      </MenuItem>
      {permissions.mayKeepTemplate ? (
        <MenuItem icon={<LayoutTemplate />} onSelect={() => onOpen('template')}>
          {templates('saveAs')}
        </MenuItem>
      ) : null}
      <MenuItem icon={<Keyboard />} onSelect={() => onOpen('shortcuts')}>
        {t('shortcuts')}
      </MenuItem>
      <MenuSeparator />
      <EditorPreferences />
      {permissions.hasList ? null : (
        <>
          <MenuSeparator />
          {/* The page there asks before anything is forgotten. */}
          <MenuItem icon={<LogOut />} onSelect={() => window.location.assign('/')}>
            {guest('leave')}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
