'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Badge } from '@/components/ui/Badge';
import { findBaseline, findOpen } from '@/lib/signOffs/signOffView';
import { useEditor } from '../session/EditorContext';
import { useSignOffWords } from './useSignOffWords';

/** That a version of the map is up for sign-off, or else that it has a baseline; press it to see everything about it. */
export function SignOffBadge({ onShowAll }: { onShowAll: () => void }) {
  const t = useTranslations('signOff');
  const { signOffs } = useEditor();
  const { shortOf, longOf } = useSignOffWords();
  const items = useStore(signOffs, (state) => state.items) ?? [];
  const signOff = findOpen(items) ?? findBaseline(items);
  if (!signOff) return null;
  return (
    <button type="button" aria-label={t('badge.label', { state: longOf(signOff) })} onClick={onShowAll} className="rounded-full">
      <Badge tone={signOff.status === 'signed' ? 'success' : 'warning'}>{shortOf(signOff)}</Badge>
    </button>
  );
}
