'use client';

import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/workspace/FormDialog';
import { useForm } from '@/components/workspace/useForm';
import { useEditor } from '../session/EditorContext';
import { useRestoreProblem, useUndoRestore } from './useUndoRestore';
import { useVersionWords } from './useVersionWords';
import type { Version } from './versionRequests';

type Props = {
  /** The number of the version that was kept right before. */
  number: number;
  restored: NonNullable<Version['restore']>;
  onDone: () => void;
  onClose: () => void;
};

/** Asks before a restore is undone, which may be long ago. */
export function UndoRestoreDialog({ number, restored, onDone, onClose }: Props) {
  const t = useTranslations('versions');
  const { versions } = useEditor();
  const { titleOf } = useVersionWords();
  const undo = useUndoRestore();
  const { form, general, busy } = useForm({
    invalid: {},
    send: async () => {
      await undo(number);
      versions.getState().want(null);
      onClose();
      onDone();
    },
    sentenceOf: useRestoreProblem(),
  });
  return (
    <FormDialog
      form={form}
      general={general}
      busy={busy}
      title={
        typeof restored.parts === 'number'
          ? t('undoPartsTitle', { count: restored.parts, title: titleOf(restored) })
          : t('undoTitle', { title: titleOf(restored) })
      }
      confirm={t('undoRestore')}
      onClose={onClose}
    >
      <p>{t('undoText')}</p>
    </FormDialog>
  );
}
