'use client';

import { useTranslations } from 'use-intl';
import { useToast } from '@/components/ui/Toast';
import { FormDialog } from '@/components/workspace/FormDialog';
import { useForm } from '@/components/workspace/useForm';
import { useEditor } from '../session/EditorContext';
import { useRestoredNotice } from './useRestoredNotice';
import { useRestoreProblem } from './useUndoRestore';
import { useVersionWords } from './useVersionWords';
import { restoreVersion, type Version } from './versionRequests';

type Props = {
  version: Version;
  /** The live map is shown again, as it has become. */
  onDone?: () => void;
  onClose: () => void;
};

/** Says what becomes of the map when a version is brought back, and does it. */
export function RestoreVersionDialog({ version, onDone, onClose }: Props) {
  const t = useTranslations('versions');
  const { session, versions, navigation } = useEditor();
  const toast = useToast();
  const { titleOf } = useVersionWords();
  const tell = useRestoredNotice();
  const title = titleOf(version);

  const { form, general, busy } = useForm({
    invalid: {},
    send: async () => {
      const { before, changes } = await restoreVersion(session.mapId, version.number);
      versions.getState().want(null);
      if (changes === 0) toast({ title: t('restoredSame', { title }) });
      else tell(t('restored', { title }), before.number);
      onClose();
      onDone?.();
      // The button that opened this is gone with the line over the version.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (document.activeElement === document.body) navigation.focus();
        }),
      );
    },
    sentenceOf: useRestoreProblem(),
  });
  return (
    <FormDialog
      form={form}
      general={general}
      busy={busy}
      title={t('restoreTitle', { title })}
      description={t('restoreText')}
      confirm={t('restore')}
      onClose={onClose}
    >
      <ul className="list-disc space-y-1 pl-5">
        <li>{t('restoreKept')}</li>
        <li>{t('restoreTyped')}</li>
        <li>{t('restoreUndoable')}</li>
      </ul>
    </FormDialog>
  );
}
