'use client';

import { useTranslations } from 'use-intl';
import type { LinkTarget } from '@/lib/map/evidenceLink';
import { useTargetNames } from '../comments/commentTargets';

/** How what evidence is about is called: “Step 6 · Waits in the queue”. */
export function useTargetName(): (target: LinkTarget) => string {
  const t = useTranslations('evidence.target');
  const nameOf = useTargetNames();
  return ({ type, id }) => {
    const { full } = nameOf({ type: type === 'moment' ? 'step' : type, id });
    return type === 'moment' ? t('moment', { step: full }) : full;
  };
}
