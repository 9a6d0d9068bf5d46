'use client';

import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/workspace/FormDialog';
import { useForm } from '@/components/workspace/useForm';
import type { SignOffAnswer } from '@/lib/signOffs/signOffAnswer';
import { isLastSignature, signaturesOf } from '@/lib/signOffs/signOffView';
import { useEditor } from '../session/EditorContext';
import { useDecide } from './useDecide';
import { useSignOffWords } from './useSignOffWords';

/** Says what a signature means, and gives it. */
export function SignDialog({ signOff, onClose }: { signOff: SignOffAnswer; onClose: () => void }) {
  const t = useTranslations('signOff');
  const { me } = useEditor();
  const { departmentsOf } = useSignOffWords();
  const decide = useDecide();
  const { form, general, busy } = useForm({
    invalid: {},
    send: async () => {
      await decide(signOff, { decision: 'signed' });
      onClose();
    },
  });
  const departments = departmentsOf(signaturesOf(signOff, me.id));
  return (
    <FormDialog
      form={form}
      general={general}
      busy={busy}
      title={t('signTitle', { number: signOff.version.number })}
      confirm={t('sign')}
      onClose={onClose}
    >
      <p>
        {isLastSignature(signOff, me.id)
          ? t('signLast', { hasDepartments: departments === '' ? 'no' : 'yes', departments })
          : t('signText', { hasDepartments: departments === '' ? 'no' : 'yes', departments })}
      </p>
    </FormDialog>
  );
}
