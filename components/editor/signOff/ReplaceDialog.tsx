'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { Select } from '@/components/ui/Select';
import { Spinner } from '@/components/ui/Spinner';
import { useToast } from '@/components/ui/Toast';
import { FormDialog } from '@/components/workspace/FormDialog';
import { useForm } from '@/components/workspace/useForm';
import type { SignatureAnswer, SignOffAnswer } from '@/lib/signOffs/signOffAnswer';
import { useEditor } from '../session/EditorContext';
import { sendOtherSigner } from './signOffRequests';
import { useMembers } from './useMembers';
import { useSignOffWords } from './useSignOffWords';

type Props = { signOff: SignOffAnswer; signature: SignatureAnswer; onClose: () => void };

/** Asks somebody else in place of one who has not decided. */
export function ReplaceDialog({ signOff, signature, onClose }: Props) {
  const t = useTranslations('signOff');
  const { session, signOffs } = useEditor();
  const toast = useToast();
  const { nameOf, departmentOf } = useSignOffWords();
  const { members, problem } = useMembers();
  const [chosen, setChosen] = useState<string | null>(null);
  const { department } = signature;
  const taken = new Set(
    signOff.signatures.filter((other) => other.department?.id === department?.id).map(({ person }) => person.id),
  );
  const options = (members ?? [])
    .filter(({ userId }) => !taken.has(`user:${userId}`))
    .map(({ userId, label }) => ({ value: userId, label }));
  const userId = chosen ?? options[0]?.value ?? null;
  const { form, general, busy } = useForm({
    invalid: {},
    send: async () => {
      if (userId === null) return;
      signOffs.getState().put(await sendOtherSigner(session.mapId, signOff.id, signature.id, userId));
      toast({ title: t('replaced', { name: options.find(({ value }) => value === userId)?.label ?? '' }), tone: 'success' });
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      general={general}
      busy={busy || userId === null}
      title={t('replaceTitle', { name: nameOf(signature.person) })}
      description={t('replaceText', {
        hasDepartment: department ? 'yes' : 'no',
        department: department ? departmentOf(department) : '',
      })}
      confirm={t('replaceConfirm')}
      onClose={onClose}
    >
      {problem ? (
        <Banner tone="danger" urgent>
          {t('form.membersFailed')}
        </Banner>
      ) : null}
      {!members && !problem ? <Spinner /> : null}
      {members && userId === null ? <p>{t('replaceNobody')}</p> : null}
      {userId === null ? null : <Select label={t('replaceWho')} value={userId} options={options} onChange={setChosen} />}
    </FormDialog>
  );
}
