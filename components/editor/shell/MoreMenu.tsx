'use client';

import { Download, Ellipsis, Keyboard, LayoutTemplate, LogOut, Redo2, Undo2, UserPlus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/Menu';
import { useEditor } from '../session/EditorContext';
import { EditorPreferences } from './EditorPreferences';
import type { MapPermissions } from './mapPermissions';
import type { ShellDialog } from './shellDialog';
import { useUndoState } from './useUndoState';

/** What does not fit into the bar. On a wide screen only the rarer things are in here. */
export function MoreMenu({ permissions, onOpen }: { permissions: MapPermissions; onOpen: (dialog: ShellDialog) => void }) {
  const t = useTranslations('editor.topbar');
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
