'use client';

import {
  Command,
  Download,
  Ellipsis,
  History,
  Keyboard,
  LayoutTemplate,
  List,
  LogOut,
  Redo2,
  Search,
  Table2,
  Undo2,
  UserPlus,
  Waypoints,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/Menu';
import { useEditor } from '../session/EditorContext';
import { EditorPreferences } from './EditorPreferences';
import type { MapPermissions } from './mapPermissions';
import type { ShellDialog } from './shellDialog';
import { type MapView, mapViews } from './useMapView';
import { useUndoState } from './useUndoState';

type Props = {
  permissions: MapPermissions;
  onOpen: (dialog: ShellDialog) => void;
  onSearch: () => void;
  view: MapView;
  onView: (view: MapView) => void;
};

const viewIcons = { map: Waypoints, table: Table2, list: List } as const;

/** What does not fit into the bar. On a wide screen only the rarer things are in here. */
export function MoreMenu({ permissions, onOpen, onSearch, view, onView }: Props) {
  const t = useTranslations('editor.topbar');
  const history = useTranslations('history');
  const list = useTranslations('list');
  const table = useTranslations('tableView');
  const finding = useTranslations('finding');
  const guest = useTranslations('lifecycle.guest');
  const templates = useTranslations('templates');
  const { undo, canWrite } = useEditor();
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
      {mapViews.map((other) => {
        const Icon = viewIcons[other];
        return other === view ? null : (
          <MenuItem key={other} icon={<Icon />} onSelect={() => onView(other)}>
            {other === 'list' ? list('show') : table(other === 'map' ? 'showMap' : 'showTable')}
          </MenuItem>
        );
      })}
      <MenuItem icon={<History />} onSelect={() => onOpen('history')}>
        {history('open')}
      </MenuItem>
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
