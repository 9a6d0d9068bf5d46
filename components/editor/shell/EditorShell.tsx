'use client';

import dynamic from 'next/dynamic';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { MapCanvas } from '../canvas/MapCanvas';
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
import { usePanel } from './usePanel';
import { useRoleNotice } from './useRoleNotice';
import { useUndoSelection } from './useUndoSelection';

// Opened rarely: their programs come when they are asked for.
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
  const panel = usePanel();
  useUndoSelection();
  useRoleNotice(role);
  useHelpKey(useCallback(() => setDialog('shortcuts'), []));
  const closeDialog = (open: boolean) => {
    if (!open) setDialog(null);
  };
  return (
    <div className="flex h-dvh flex-col overflow-hidden bg-paper">
      <TopBar
        permissions={lost ? { ...permissions, mayShare: false, mayExport: false, mayKeepTemplate: false } : permissions}
        titleBefore={titleBefore}
        panelOpen={panel.open}
        onTogglePanel={panel.toggle}
        onOpen={setDialog}
      />
      <SessionEnded />
      <SessionNotices maxCards={maxCards} />
      <div className="relative flex min-h-0 flex-1 flex-col lg:flex-row">
        <main aria-label={t('map')} className="relative min-h-0 min-w-0 flex-1" aria-busy={(!loaded && !lost) || undefined}>
          {loaded ? <MapCanvas /> : <SkeletonMap />}
          {loaded ? <UnplacedTray /> : null}
        </main>
        {loaded ? <InspectorPanel open={panel.open} onOpenChange={panel.setOpen} /> : null}
      </div>
      {dialog === 'share' && !lost ? (
        <ShareDialog mapId={session.mapId} mapTitle={title} open onOpenChange={closeDialog} />
      ) : null}
      {dialog === 'export' && !lost ? <ExportDialog onOpenChange={closeDialog} /> : null}
      {dialog === 'template' && !lost ? (
        <SaveTemplateDialog mapId={session.mapId} mapTitle={title} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'shortcuts' ? <ShortcutsDialog onOpenChange={closeDialog} /> : null}
    </div>
  );
}
