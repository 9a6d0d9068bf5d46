'use client';

import { useTranslations } from 'use-intl';
import { TextArea } from '@/components/ui/TextArea';
import { FormDialog } from '@/components/workspace/FormDialog';
import { useForm } from '@/components/workspace/useForm';
import type { SignOffAnswer } from '@/lib/signOffs/signOffAnswer';
import { signaturesOf } from '@/lib/signOffs/signOffView';
import { useEditor } from '../session/EditorContext';
import { useDecide } from './useDecide';

const longest = 2_000;

/** Asks for the reason of an objection, and raises it. */
export function ObjectDialog({ signOff, onClose }: { signOff: SignOffAnswer; onClose: () => void }) {
  const t = useTranslations('signOff');
  const { me } = useEditor();
  const decide = useDecide();
  const { form, errors, general, busy } = useForm({
    invalid: { reason: t('reasonNeeded') },
    check: ({ reason }) => (reason.trim() === '' ? { reason: t('reasonNeeded') } : {}),
    send: async ({ reason }) => {
      await decide(signOff, { decision: 'objected', reason });
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      general={general}
      busy={busy}
      title={t('objectTitle', { number: signOff.version.number })}
      description={t('objectText')}
      confirm={t('objectConfirm')}
      onClose={onClose}
    >
      <TextArea
        name="reason"
        label={t('reason')}
        maxLength={longest}
        rows={4}
        defaultValue={signaturesOf(signOff, me.id)[0]?.reason ?? ''}
        error={errors.reason}
        autoFocus
      />
    </FormDialog>
  );
}
