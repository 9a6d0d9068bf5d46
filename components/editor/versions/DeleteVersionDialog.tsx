'use client';

import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { FormDialog } from '@/components/workspace/FormDialog';
import { useForm } from '@/components/workspace/useForm';
import { useEditor } from '../session/EditorContext';
import { useVersionWords } from './useVersionWords';
import { deleteVersion, type Version } from './versionRequests';

/** Asks before a version is deleted for good. */
export function DeleteVersionDialog({ version, onDone, onClose }: { version: Version; onDone: () => void; onClose: () => void }) {
  const t = useTranslations('versions');
  const signOff = useTranslations('signOff');
  const { session, versions } = useEditor();
  const { titleOf } = useVersionWords();
  const { form, general, busy } = useForm({
    invalid: {},
    send: async () => {
      await deleteVersion(session.mapId, version.number);
      if (versions.getState().wanted === version.number) versions.getState().want(null);
      onDone();
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      general={general}
      busy={busy}
      danger
      title={t('deleteTitle', { title: titleOf(version) })}
      confirm={t('delete')}
      onClose={onClose}
    >
      {version.signOff ? (
        <Banner tone="warning">
          {version.signOff.status === 'signed'
            ? signOff('deleteBaseline')
            : signOff('deleteOpen', { signed: version.signOff.signed, asked: version.signOff.asked })}
        </Banner>
      ) : null}
      <p>{t('deleteText')}</p>
    </FormDialog>
  );
}
