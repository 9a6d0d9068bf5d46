import { useTranslations } from 'use-intl';
import { useToast } from '@/components/ui/Toast';
import { RequestError } from '@/components/workspace/request';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import { useEditor } from '../session/EditorContext';
import { undoRestore } from './versionRequests';

/** What is said of a restore, or of undoing one, that failed: without an answer nobody here knows whether it was done. */
export function useRestoreProblem(): (error: unknown) => string {
  const t = useTranslations('versions');
  const sentenceOf = useProblemSentence();
  return (error) => (error instanceof RequestError && error.kind === 'offline' ? t('restoreOffline') : sentenceOf(error));
}

/** Undoes a restore, by the number of the version that was kept right before, and says what became of it. Throws `RequestError`. */
export function useUndoRestore(): (number: number) => Promise<void> {
  const t = useTranslations('versions');
  const history = useTranslations('history');
  const { session } = useEditor();
  const toast = useToast();
  return async (number) => {
    const { taken, kept } = await undoRestore(session.mapId, number);
    toast({
      title: t('undone', { count: taken }),
      ...(kept > 0 ? { description: history('kept', { count: kept }) } : {}),
      tone: 'success',
    });
  };
}
