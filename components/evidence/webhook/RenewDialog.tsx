'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import { FormDialog } from '@/components/workspace/FormDialog';
import { requestJson } from '@/components/workspace/request';
import { useForm } from '@/components/workspace/useForm';
import { madeWebhookSchema } from './webhook';

/** Hours that the secret before may go on to count. */
const overlaps = [0, 1, 24, 168] as const;

type Props = { path: string; onSecret: (secret: string) => void; onClose: () => void };

/** Asks how long the secret before is to count when there is a new one. */
export function RenewDialog({ path, onSecret, onClose }: Props) {
  const t = useTranslations('evidencePages.webhook');
  const router = useRouter();
  const [hours, setHours] = useState('24');
  const { form, general, busy } = useForm({
    invalid: {},
    send: async () => {
      const { secret } = await requestJson('POST', `${path}/rotate`, madeWebhookSchema, { overlapHours: Number(hours) });
      onSecret(secret);
      router.refresh();
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      general={general}
      busy={busy}
      title={t('renewTitle')}
      description={t('renewText')}
      confirm={t('renewConfirm')}
      onClose={onClose}
    >
      <Select
        label={t('overlap')}
        value={hours}
        onChange={setHours}
        options={overlaps.map((value) => ({ value: String(value), label: t('overlaps', { hours: value }) }))}
      />
    </FormDialog>
  );
}
