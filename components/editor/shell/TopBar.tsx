'use client';

import { ArrowLeft, Download, ListFilter, PanelRight, Redo2, Search, Undo2, UserPlus } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import { buttonClass } from '@/components/ui/buttonClass';
import { IconButton } from '@/components/ui/IconButton';
import { Tooltip } from '@/components/ui/Tooltip';
import { isNoFilter } from '@/lib/map/filter/mapFilter';
import { formatShortcut, isApple } from '../commands/shortcut';
import { shortcutOf } from '../commands/shortcutOf';
import { CommentsButton } from '../comments/CommentsButton';
import { EvidenceButton } from '../evidence/EvidenceButton';
import { findingKeys } from '../finding/useFindingKeys';
import { FutureBadge } from '../future/FutureBadge';
import { PeopleHere } from '../presence/PeopleHere';
import { useEditor } from '../session/EditorContext';
import { SignOffBadge } from '../signOff/SignOffBadge';
import { WorkshopButton } from '../workshop/WorkshopButton';
import { KindBadge } from './KindBadge';
import { MapTitle } from './MapTitle';
import { MoreMenu } from './MoreMenu';
import type { MapPermissions } from './mapPermissions';
import { SaveIndicator } from './SaveIndicator';
import type { ShellDialog } from './shellDialog';
import type { MapView } from './useMapView';
import { useUndoState } from './useUndoState';
import { ViewSwitch } from './ViewSwitch';

type Props = {
  permissions: MapPermissions;
  titleBefore: string;
  panelOpen: boolean;
  onTogglePanel: () => void;
  onOpen: (dialog: ShellDialog) => void;
  onSearch: () => void;
  onFilter: () => void;
  view: MapView;
  /** Null while only the canvas can show what is shown. */
  onView: ((view: MapView) => void) | null;
};

/** The bar over the map: where one is, where the edits are, who is here, and what to do with the whole map. */
export function TopBar({ permissions, titleBefore, panelOpen, onTogglePanel, onOpen, onSearch, onFilter, view, onView }: Props) {
  const t = useTranslations('editor.topbar');
  const finding = useTranslations('finding.search');
  const locale = useLocale();
  const { canWrite } = useEditor();
  return (
    <header className="z-20 flex h-14 shrink-0 items-center gap-1 border-line border-b bg-paper pr-2 pl-2 sm:gap-2 sm:pr-3">
      {permissions.hasList ? (
        <Tooltip label={t('back')}>
          <a
            href="/"
            aria-label={t('back')}
            className={buttonClass({ variant: 'ghost', className: 'w-9 px-0 pointer-coarse:w-11' })}
          >
            <ArrowLeft size={18} aria-hidden="true" />
          </a>
        </Tooltip>
      ) : (
        <span className="w-1" />
      )}
      <div className="flex min-w-0 flex-1 items-center gap-2">
        <MapTitle titleBefore={titleBefore} />
        <span className="hidden lg:inline-flex">
          <KindBadge />
        </span>
        {permissions.mayReadVersions ? (
          <span className="hidden xl:inline-flex">
            <FutureBadge onShowAll={() => onOpen('future')} />
          </span>
        ) : null}
        {permissions.mayReadSignOffs ? (
          <span className="hidden xl:inline-flex">
            <SignOffBadge onShowAll={() => onOpen('signOff')} />
          </span>
        ) : null}
      </div>
      <SaveIndicator />
      {canWrite ? <UndoButtons /> : null}
      {onView ? <ViewSwitch view={view} onChange={onView} /> : null}
      <IconButton
        label={finding('open')}
        shortcut={formatShortcut(findingKeys.search, isApple(navigator.platform), locale)}
        icon={<Search size={18} />}
        onClick={onSearch}
        className="max-sm:hidden"
      />
      <FilterButton onFilter={onFilter} />
      <PeopleHere permissions={permissions} onOpen={onOpen} />
      <CommentsButton />
      <EvidenceButton />
      <WorkshopButton />
      {permissions.mayShare ? (
        <Button
          variant="primary"
          icon={<UserPlus size={16} aria-hidden="true" />}
          className="max-lg:hidden"
          onClick={() => onOpen('share')}
        >
          {t('share')}
        </Button>
      ) : null}
      {permissions.mayExport ? (
        <Button icon={<Download size={16} aria-hidden="true" />} className="max-lg:hidden" onClick={() => onOpen('export')}>
          {t('export')}
        </Button>
      ) : null}
      <MoreMenu permissions={permissions} onOpen={onOpen} onSearch={onSearch} onFilter={onFilter} view={view} onView={onView} />
      <IconButton
        label={t(panelOpen ? 'hidePanel' : 'showPanel')}
        icon={<PanelRight size={18} />}
        aria-pressed={panelOpen}
        onClick={onTogglePanel}
        className="max-sm:hidden"
      />
    </header>
  );
}

function FilterButton({ onFilter }: { onFilter: () => void }) {
  const t = useTranslations('filter');
  const locale = useLocale();
  const { lens } = useEditor();
  const isOpen = useStore(lens, (state) => state.panel === 'filter');
  const isOn = useStore(lens, (state) => !isNoFilter(state.filter));
  return (
    <IconButton
      label={t(isOn ? 'openOn' : 'open')}
      shortcut={formatShortcut(findingKeys.filter, isApple(navigator.platform), locale)}
      icon={<ListFilter size={18} className={isOn ? 'text-accent' : undefined} />}
      aria-pressed={isOpen}
      onClick={onFilter}
      className="max-lg:hidden"
    />
  );
}

function UndoButtons() {
  const t = useTranslations('editor.topbar');
  const locale = useLocale();
  const { undo } = useEditor();
  const { canUndo, canRedo } = useUndoState();
  return (
    <span className="flex items-center max-sm:hidden">
      <IconButton
        label={t('undo')}
        shortcut={shortcutOf('undo', isApple(navigator.platform), locale)}
        icon={<Undo2 size={18} />}
        aria-disabled={!canUndo || undefined}
        onClick={() => undo.undo()}
      />
      <IconButton
        label={t('redo')}
        shortcut={shortcutOf('redo', isApple(navigator.platform), locale)}
        icon={<Redo2 size={18} />}
        aria-disabled={!canRedo || undefined}
        onClick={() => undo.redo()}
      />
    </span>
  );
}
