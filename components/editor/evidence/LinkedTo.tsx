'use client';

import { useTranslations } from 'use-intl';
import { useEditor } from '../session/EditorContext';
import { useTarget } from './useTarget';
import { useTargetName } from './useTargetName';

/** What evidence would be linked to now. */
export function LinkedTo() {
  const t = useTranslations('evidence');
  const { canWrite } = useEditor();
  const target = useTarget();
  const nameOf = useTargetName();
  if (!canWrite) return null;
  return (
    <p
      role="status"
      className="flex min-h-10 shrink-0 items-center gap-1.5 border-line border-b bg-surface-sunken px-4 py-2 text-sm"
    >
      {target ? (
        <>
          <span className="shrink-0 text-ink-soft">{t('linkTo')}</span>
          <span className="min-w-0 flex-1 truncate font-semibold">{nameOf(target)}</span>
        </>
      ) : (
        <span className="text-ink-soft">{t('chooseTarget')}</span>
      )}
    </p>
  );
}
