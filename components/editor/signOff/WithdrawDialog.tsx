'use client';

import { useTranslations } from 'use-intl';
import { TextArea } from '@/components/ui/TextArea';
import { useToast } from '@/components/ui/Toast';
import { FormDialog } from '@/components/workspace/FormDialog';
import { useForm } from '@/components/workspace/useForm';
import type { SignOffAnswer } from '@/lib/signOffs/signOffAnswer';
import { useEditor } from '../session/EditorContext';
import { sendWithdrawal } from './signOffRequests';

const longest = 2_000;

/** Asks why, and withdraws a version from sign-off. */
export function WithdrawDialog({ signOff, onClose }: { signOff: SignOffAnswer; onClose: () => void }) {
  const t = useTranslations('signOff');
  const { session, signOffs } = useEditor();
  const toast = useToast();
  const { number } = signOff.version;
  const { form, errors, general, busy } = useForm({
    invalid: { reason: t('reasonNeeded') },
    check: ({ reason }) => (reason.trim() === '' ? { reason: t('reasonNeeded') } : {}),
    send: async ({ reason }) => {
      signOffs.getState().put(await sendWithdrawal(session.mapId, signOff.id, reason));
      toast({ title: t('withdrawn', { number }) });
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      general={general}
      busy={busy}
      title={t('withdrawTitle', { number })}
      description={t('withdrawText')}
      confirm={t('withdrawConfirm')}
      onClose={onClose}
    >
      <TextArea name="reason" label={t('withdrawReason')} maxLength={longest} rows={3} error={errors.reason} autoFocus />
    </FormDialog>
  );
}
