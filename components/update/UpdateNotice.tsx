'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useToast } from '@/components/ui/Toast';
import { buildId } from '@/lib/build';
import { askBuild } from './askBuild';
import { watchBuild } from './watchBuild';

/** Asks for a reload once the server is of another build than this page: a message that stays until somebody answers it. */
export function UpdateNotice() {
  const t = useTranslations('common.update');
  const toast = useToast();
  useEffect(
    () =>
      watchBuild({
        page: window,
        own: buildId,
        ask: askBuild,
        onOther: () =>
          toast({
            title: t('title'),
            description: t('text'),
            action: { label: t('reload'), onClick: () => window.location.reload() },
            duration: Number.POSITIVE_INFINITY,
          }),
      }),
    [t, toast],
  );
  return null;
}
