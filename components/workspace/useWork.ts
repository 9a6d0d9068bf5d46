'use client';

import { useState } from 'react';
import { useToast } from '@/components/ui/Toast';
import { useProblemSentence } from './useProblemSentence';

/** Runs one thing at a time for one of several lines; what goes wrong is said in a message. Returns whether it went well. */
export function useWork(): { busyId: string | null; run: (id: string, work: () => Promise<void>) => Promise<boolean> } {
  const toast = useToast();
  const sentenceOf = useProblemSentence();
  const [busyId, setBusyId] = useState<string | null>(null);
  const run = async (id: string, work: () => Promise<void>): Promise<boolean> => {
    setBusyId(id);
    try {
      await work();
      return true;
    } catch (error) {
      toast({ title: sentenceOf(error), tone: 'danger' });
      return false;
    } finally {
      setBusyId(null);
    }
  };
  return { busyId, run };
}
