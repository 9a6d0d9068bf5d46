'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { TextField } from '@/components/ui/TextField';
import { useToast } from '@/components/ui/Toast';
import { FormDialog } from '../FormDialog';
import { anyAnswer, requestJson } from '../request';
import { useForm } from '../useForm';
import type { MapSummary } from './mapSummary';

/** Gives a map another title from the list. */
export function RenameMapDialog({ map, onClose }: { map: MapSummary; onClose: () => void }) {
  const t = useTranslations('lifecycle.maps');
  const common = useTranslations('common');
  const router = useRouter();
  const toast = useToast();
  const { form, errors, general, busy } = useForm({
    invalid: { title: t('renameLabel') },
    send: async (values) => {
      const title = values.title.replace(/\s+/g, ' ').trim();
      await requestJson('PATCH', `/api/maps/${map.id}`, anyAnswer, { title });
      toast({ title: title === '' ? t('renamedEmpty') : t('renamed', { title }), tone: 'success' });
      router.refresh();
      onClose();
    },
  });
  return (
    <FormDialog form={form} general={general} busy={busy} title={t('renameTitle')} confirm={common('save')} onClose={onClose}>
      <TextField
        label={t('renameLabel')}
        hint={t('renameHint')}
        name="title"
        defaultValue={map.title}
        error={errors.title}
        autoComplete="off"
        maxLength={300}
        onFocus={(event) => event.target.select()}
      />
    </FormDialog>
  );
}
