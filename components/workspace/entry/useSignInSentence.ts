'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemSentence } from '../useProblemSentence';
import { SignInError } from './signIn';

/** The sentence for a sign-in that failed. next-auth answers with a word only; where it is one of our reasons, that sentence is shown. */
export function useSignInSentence(fallback: string): (error: unknown) => string {
  const t = useTranslations('errors');
  const sentenceOf = useProblemSentence();
  return useCallback(
    (error) => {
      if (!(error instanceof SignInError)) return sentenceOf(error);
      const reason = error.message as 'tooMany';
      return /^\w+$/.test(reason) && t.has(reason) ? t(reason) : fallback;
    },
    [t, sentenceOf, fallback],
  );
}
