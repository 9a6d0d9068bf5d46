'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { Switch } from '@/components/ui/Switch';
import { TextField } from '@/components/ui/TextField';
import { FormDialog } from '@/components/workspace/FormDialog';
import { useForm } from '@/components/workspace/useForm';
import { useEditor } from '../session/EditorContext';
import { useLiveMap } from '../session/useLiveMap';
import { useVersionWords } from '../versions/useVersionWords';
import { makeFuture } from './futureRequests';

type Props = { version: { number: number; name: string }; isSigned: boolean; onClose: () => void };

const longestTitle = 300;

/** Makes a future state from a version, after a plain word when nobody signed it. */
export function MakeFutureDialog({ version, isSigned, onClose }: Props) {
  const t = useTranslations('future');
  const { session } = useEditor();
  const { titleOf } = useVersionWords();
  const { title } = useLiveMap().meta;
  const [accepts, setAccepts] = useState(false);
  const named = titleOf(version);
  const tooLong = t('titleTooLong', { max: longestTitle });
  const { form, errors, general, busy } = useForm({
    invalid: { title: tooLong },
    check: ({ title: wanted }): { title?: string } => {
      // A map may have a longer one, by a file.
      if (wanted.length > longestTitle) return { title: tooLong };
      return isSigned || accepts ? {} : { title: t('mustAccept') };
    },
    send: async ({ title: wanted }) => {
      const { id } = await makeFuture(session.mapId, version.number, { title: wanted, unsigned: !isSigned });
      window.location.assign(`/maps/${id}`);
    },
  });
  return (
    <FormDialog
      form={form}
      general={general}
      busy={busy}
      title={t('makeTitle', { title: named })}
      description={t('makeText')}
      confirm={t('make')}
      onClose={onClose}
    >
      <TextField
        name="title"
        label={t('makeName')}
        defaultValue={title}
        maxLength={longestTitle}
        error={errors.title}
        autoFocus
      />
      {isSigned ? null : (
        <>
          <Banner tone="warning" title={t('unsignedTitle', { title: named })}>
            {t('unsignedText')}
          </Banner>
          <Switch label={t('unsignedAccept')} checked={accepts} onChange={setAccepts} />
        </>
      )}
    </FormDialog>
  );
}
