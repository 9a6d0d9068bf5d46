import { useTranslations } from 'use-intl';
import { useToast } from '@/components/ui/Toast';
import type { SignOffAnswer } from '@/lib/signOffs/signOffAnswer';
import type { DecisionRequest } from '@/lib/signOffs/signOffRequests';
import { useEditor } from '../session/EditorContext';
import { sendDecision } from './signOffRequests';

/** Sends what this person decides, and says what has become of it. */
export function useDecide(): (signOff: SignOffAnswer, decided: DecisionRequest) => Promise<void> {
  const t = useTranslations('signOff');
  const { session, signOffs } = useEditor();
  const toast = useToast();
  return async (signOff, decided) => {
    const after = await sendDecision(session.mapId, signOff.id, decided);
    signOffs.getState().put(after);
    const { number } = after.version;
    if (after.status === 'signed') toast({ title: t('signDoneLast', { number }), tone: 'success' });
    else if (decided.decision === 'signed') toast({ title: t('signDone', { number }), tone: 'success' });
    else toast({ title: decided.decision === 'objected' ? t('objectDone', { number }) : t('tookBack') });
  };
}
