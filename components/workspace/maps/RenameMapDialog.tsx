'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Dialog, DialogClose } from '@/components/ui/Dialog';
import { TextField } from '@/components/ui/TextField';
import { useToast } from '@/components/ui/Toast';
import { FormProblem } from '../entry/EntryCard';
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
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="sm"
      title={t('renameTitle')}
    >
      <form {...form} className="space-y-5">
        <FormProblem sentence={general} />
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
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose>
            <Button>{common('cancel')}</Button>
          </DialogClose>
          <Button type="submit" variant="primary" busy={busy}>
            {common('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
