'use client';

import dynamic from 'next/dynamic';
import { Suspense } from 'react';
import { PaletteDialog } from '../finding/PaletteDialog';
import type { ShellAction } from '../finding/usePaletteActions';
import { useEditor } from '../session/EditorContext';
import type { MapPermissions } from './mapPermissions';
import type { ShellDialog } from './shellDialog';

// Opened rarely: their programs come when they are asked for.
const HistoryDialog = dynamic(() => import('../history/HistoryDialog').then((module) => module.HistoryDialog));
const SaveVersionDialog = dynamic(() => import('../versions/SaveVersionDialog').then((module) => module.SaveVersionDialog));
const RestoreShownVersion = dynamic(() => import('../versions/RestoreShownVersion').then((module) => module.RestoreShownVersion));
const SignOffDialog = dynamic(() => import('../signOff/SignOffDialog').then((module) => module.SignOffDialog));
const CompareDialog = dynamic(() => import('../compare/CompareDialog').then((module) => module.CompareDialog));
const FutureDialog = dynamic(() => import('../future/FutureDialog').then((module) => module.FutureDialog));
const ContributionsDialog = dynamic(() => import('../presence/ContributionsDialog').then((module) => module.ContributionsDialog));
const ExportDialog = dynamic(() => import('../export/ExportDialog').then((module) => module.ExportDialog));
const ShareDialog = dynamic(() => import('@/components/workspace/share/ShareDialog').then((module) => module.ShareDialog));
const SaveTemplateDialog = dynamic(() =>
  import('@/components/workspace/templates/SaveTemplateDialog').then((module) => module.SaveTemplateDialog),
);
const EditorPresentation = dynamic(() => import('./EditorPresentation').then((module) => module.EditorPresentation));
const ShortcutsDialog = dynamic(() => import('./ShortcutsDialog').then((module) => module.ShortcutsDialog));

type Props = {
  dialog: ShellDialog | null;
  permissions: MapPermissions;
  title: string;
  /** Whether the content is here, and whether this person has lost it. */
  loaded: boolean;
  lost: boolean;
  shellActions: readonly ShellAction[];
  onOpen: (dialog: ShellDialog) => void;
  onClose: () => void;
};

/** The window that is open over the map. */
export function ShellDialogs({ dialog, permissions, title, loaded, lost, shellActions, onOpen, onClose }: Props) {
  const { session } = useEditor();
  const closeDialog = (open: boolean) => {
    if (!open) onClose();
  };
  return (
    <>
      {/* While their programs come, what is on the page stays, and keeps the focus. */}
      <Suspense>
        {dialog === 'share' && !lost ? (
          <ShareDialog mapId={session.mapId} mapTitle={title} open onOpenChange={closeDialog} />
        ) : null}
        {dialog === 'export' && !lost ? <ExportDialog onOpenChange={closeDialog} /> : null}
        {dialog === 'palette' && loaded ? <PaletteDialog shellActions={shellActions} onOpenChange={closeDialog} /> : null}
        {dialog === 'history' && loaded ? (
          <HistoryDialog permissions={permissions} onSaveVersion={() => onOpen('saveVersion')} onOpenChange={closeDialog} />
        ) : null}
        {dialog === 'saveVersion' && loaded ? <SaveVersionDialog onClose={onClose} /> : null}
        {dialog === 'restoreVersion' && loaded ? <RestoreShownVersion onClose={onClose} /> : null}
        {dialog === 'signOff' && permissions.mayReadSignOffs ? <SignOffDialog onOpenChange={closeDialog} /> : null}
        {dialog === 'compare' && loaded ? <CompareDialog onClose={onClose} /> : null}
        {dialog === 'future' && loaded && permissions.mayReadVersions ? (
          <FutureDialog mayMake={permissions.mayMakeFuture} onOpenChange={closeDialog} />
        ) : null}
        {dialog === 'contributions' && !lost ? <ContributionsDialog onOpenChange={closeDialog} /> : null}
        {dialog === 'template' && !lost ? <SaveTemplateDialog mapId={session.mapId} mapTitle={title} onClose={onClose} /> : null}
        {dialog === 'present' && loaded ? <EditorPresentation onClose={onClose} /> : null}
        {dialog === 'shortcuts' ? <ShortcutsDialog onOpenChange={closeDialog} /> : null}
      </Suspense>
    </>
  );
}
