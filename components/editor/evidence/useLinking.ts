'use client';

import { useTranslations } from 'use-intl';
import { useToast } from '@/components/ui/Toast';
import { linkEvidence, unlinkEvidence } from '@/lib/document/operations/evidenceLinks';
import { addLane } from '@/lib/document/operations/lanes';
import { localOrigin } from '@/lib/document/schema';
import type { LinkTarget } from '@/lib/map/evidenceLink';
import { listLinks } from '@/lib/map/listLinks';
import { arrangeOnce, useEditor } from '../session/EditorContext';
import { placesOf } from '../workshop/locks/placesOf';
import type { Linkable } from './linkable';
import { referenceOfTarget } from './linkTargets';
import { useTargetName } from './useTargetName';

/** Links evidence, and takes links off; both say what they did, and can be undone. */
export function useLinking(): { link: (target: LinkTarget, what: Linkable) => boolean; unlink: (id: string) => void } {
  const t = useTranslations('evidence');
  const { doc, session, undo } = useEditor();
  const nameOf = useTargetName();
  const toast = useToast();
  const takeBack = { label: t('undo'), onClick: () => undo.undo() };
  /** Whether a workshop's lock lies on what evidence is about; says so. */
  const isRefused = (target: LinkTarget): boolean => {
    const lock = session.locks.at(placesOf(arrangeOnce(session.map.getSnapshot().map), referenceOfTarget(target)));
    if (lock) session.locks.refuse(lock);
    return lock !== null;
  };
  const link = (target: LinkTarget, what: Linkable): boolean => {
    if (isRefused(target)) return false;
    const { lanes } = session.map.getSnapshot().map;
    const id = doc.transact(() => {
      const made = linkEvidence(doc, { target, ...what });
      // Without the lane nobody would see what was linked. One step of undo takes both back.
      const hasLane = lanes.some(({ kind, deletedAt }) => kind === 'evidence' && deletedAt === undefined);
      if (made !== null && !hasLane) addLane(doc, { kind: 'evidence' });
      return made;
    }, localOrigin);
    if (id === null) toast({ tone: 'danger', title: t('linkFailed') });
    else toast({ tone: 'success', title: t('linked', { target: nameOf(target) }), action: takeBack });
    return id !== null;
  };
  const unlink = (id: string): void => {
    const known = listLinks(session.map.getSnapshot().map).find((link) => link.id === id);
    if (known && isRefused(known.target)) return;
    if (unlinkEvidence(doc, { ids: [id] })) toast({ title: t('unlinked'), action: takeBack });
  };
  return { link, unlink };
}
