'use client';

import { useTranslations } from 'use-intl';
import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';
import { useToast } from '@/components/ui/Toast';
import { FormDialog } from '@/components/workspace/FormDialog';
import { useForm } from '@/components/workspace/useForm';
import { useEditor } from '../session/EditorContext';
import { useVersionWords } from './useVersionWords';
import { sendVersion } from './versionRequests';

const longestName = 100;
const longestNote = 2_000;

/** Keeps the map as it is now as a version. */
export function SaveVersionDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('versions');
  const { session } = useEditor();
  const toast = useToast();
  const { titleOf } = useVersionWords();
  const { form, errors, general, busy } = useForm({
    invalid: { name: t('nameTooLong'), note: t('noteTooLong') },
    send: async ({ name, note }) => {
      const saved = await sendVersion(session.mapId, { name, note });
      toast({ title: t('saved', { title: titleOf(saved) }), tone: 'success' });
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      general={general}
      busy={busy}
      title={t('saveTitle')}
      description={t('saveText')}
      confirm={t('save')}
      onClose={onClose}
    >
      <TextField name="name" label={t('name')} hint={t('nameHint')} maxLength={longestName} error={errors.name} autoFocus />
      <TextArea name="note" label={t('note')} maxLength={longestNote} rows={3} error={errors.note} />
    </FormDialog>
  );
}
