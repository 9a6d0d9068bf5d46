'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { RequestError } from './request';

/** The sentence that a failed request tells a person. */
export function useProblemSentence(): (error: unknown) => string {
  const t = useTranslations('errors');
  return useCallback(
    (error) => {
      if (!(error instanceof RequestError)) return t('unexpected');
      return error.problem?.detail ?? t(error.kind === 'offline' ? 'offline' : 'unexpected');
    },
    [t],
  );
}
