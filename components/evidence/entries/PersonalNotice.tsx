'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { maskPersonalData } from '@/lib/evidence/reading/personal/findPersonalData';

type Props = { texts: readonly string[]; keeps: boolean; onKeep: (keeps: boolean) => void };

/** Points out what is personal in a text before it is saved, and what becomes of it; to keep it takes a decision. */
export function PersonalNotice({ texts, keeps, onKeep }: Props) {
  const t = useTranslations('evidencePages.entries');
  const all = texts.join('\n\n');
  const found = useMemo(
    () => maskPersonalData(all).findings.map(({ start, end, kind }) => ({ start, kind, text: all.slice(start, end) })),
    [all],
  );
  if (found.length === 0) return null;
  return (
    <Banner tone="warning" title={t('personal.title')}>
      <ul className="my-1 list-disc pl-5">
        {found.map(({ start, kind, text }) => (
          <li key={start} className="break-all">
            {t(`personal.kinds.${kind}`)}: <span className="font-semibold">{text}</span>
          </li>
        ))}
      </ul>
      <p className="text-pretty">{t(keeps ? 'personal.stays' : 'personal.masked')}</p>
      <label className="mt-2 flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
        <input
          type="checkbox"
          checked={keeps}
          onChange={(event) => onKeep(event.target.checked)}
          className="size-4 accent-accent"
        />
        {t('personal.keep')}
      </label>
    </Banner>
  );
}
