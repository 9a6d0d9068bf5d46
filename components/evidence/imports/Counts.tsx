'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { FileImport } from './fileImport';

const kinds = ['added', 'skipped', 'changed', 'erased', 'expired', 'rejected'] as const;

/** What became of a file's rows. What did not happen is left out, but for what everybody wants to know. */
export function Counts({ file }: { file: FileImport }) {
  const t = useTranslations('evidencePages.files');
  const format = useFormatter();
  const shown = kinds.filter((kind) => kind === 'added' || kind === 'rejected' || file[kind] > 0);
  return (
    <dl className="grid max-w-3xl grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3">
      {shown.map((kind) => (
        <div key={kind} className="flex flex-col-reverse justify-end">
          <dt className="text-ink-soft text-sm">{t(`counts.${kind}`)}</dt>
          <dd className="font-bold text-2xl tabular-nums">{format.number(file[kind])}</dd>
        </div>
      ))}
    </dl>
  );
}
