import { useTranslations } from 'use-intl';
import { useToast } from '@/components/ui/Toast';
import { useRestoreProblem, useUndoRestore } from './useUndoRestore';

/** Long enough (milliseconds) to look at what has become of the map. */
const duration = 20_000;

/** Says that something was brought back, and offers to undo it. `number`: of the version that was kept right before. */
export function useRestoredNotice(): (title: string, number: number) => void {
  const t = useTranslations('versions');
  const common = useTranslations('common');
  const toast = useToast();
  const problemOf = useRestoreProblem();
  const undo = useUndoRestore();
  const undoAt = (number: number): void => {
    undo(number).catch((error) => toast({ title: t('notUndone'), description: problemOf(error), tone: 'danger' }));
  };
  return (title, number) =>
    toast({
      ...{ title, description: t('restoredBefore', { number }), tone: 'success', duration },
      action: { label: common('undo'), onClick: () => undoAt(number) },
    });
}
