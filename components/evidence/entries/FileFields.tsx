'use client';

import { Paperclip, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { anyAnswer, requestJson } from '@/components/workspace/request';
import { useWork } from '@/components/workspace/useWork';
import { pathOfFile } from './EntryFileList';
import type { EntryFile } from './entry';

type Props = {
  sourceId: string;
  /** Those that are there, of an entry that is. */
  stored: { entryId: string; files: readonly EntryFile[] } | null;
  /** Those that go with it when it is saved. */
  chosen: readonly File[];
  onChoose: (files: readonly File[]) => void;
};

/** The pictures and files of an entry while it is written. */
export function FileFields({ sourceId, stored, chosen, onChoose }: Props) {
  const t = useTranslations('evidencePages.entries');
  const router = useRouter();
  const { busyId, run } = useWork();
  const input = useRef<HTMLInputElement>(null);
  const remove = (entryId: string, id: string) =>
    run(id, async () => {
      await requestJson('DELETE', pathOfFile(sourceId, entryId, id), anyAnswer);
      router.refresh();
    });
  const lines = [
    ...(stored?.files ?? []).map(({ id, name }) => ({
      ...{ id, name, busy: busyId === id },
      remove: () => void remove(stored?.entryId ?? '', id),
    })),
    ...chosen.map((file, index) => ({
      ...{ id: `${index} ${file.name}`, name: file.name, busy: false },
      remove: () => onChoose(chosen.filter((one) => one !== file)),
    })),
  ];
  return (
    <fieldset>
      <legend className="mb-1 font-semibold text-sm">{t('files')}</legend>
      {lines.length > 0 ? (
        <ul className="mb-2 divide-y divide-line rounded-md border border-line">
          {lines.map(({ id, name, busy, remove: take }) => (
            <li key={id} className="flex items-center gap-2 py-1 pr-1 pl-3">
              <span className="min-w-0 flex-1 break-words text-sm">{name}</span>
              <IconButton label={t('removeFile', { name })} icon={<X size={16} />} disabled={busy} onClick={take} />
            </li>
          ))}
        </ul>
      ) : null}
      <Button icon={<Paperclip size={16} aria-hidden="true" />} onClick={() => input.current?.click()}>
        {t('addFiles')}
      </Button>
      <p className="mt-1 text-ink-faint text-sm">{t('filesHint')}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          onChoose([...chosen, ...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </fieldset>
  );
}
