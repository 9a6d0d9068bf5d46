'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { useToast } from '@/components/ui/Toast';
import { buildId } from '@/lib/build';
import { watchBuild } from './watchBuild';

const answerSchema = z.object({ build: z.string() });

async function askServer(): Promise<string> {
  const response = await fetch('/api/build', { cache: 'no-store' });
  return answerSchema.parse(await response.json()).build;
}

/** Asks for a reload once the server is of another build than this page: a message that stays until somebody answers it. */
export function UpdateNotice() {
  const t = useTranslations('common.update');
  const toast = useToast();
  useEffect(
    () =>
      watchBuild({
        page: window,
        own: buildId,
        ask: askServer,
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
