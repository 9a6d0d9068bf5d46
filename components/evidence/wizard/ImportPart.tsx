'use client';

import { CircleAlert } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { anyAnswer, requestJson } from '@/components/workspace/request';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import type { ReadingPlan } from '@/lib/evidence/reading/readingPlan';
import type { FileImport } from '../imports/fileImport';
import type { Source } from '../source';
import { DiscardFile } from './DiscardFile';
import { type Blocker, keptPersonal } from './planEdits';

type Props = {
  file: FileImport;
  source: Source;
  plan: ReadingPlan;
  blockers: readonly Blocker[];
  isLooking: boolean;
  onBegun: () => void;
};

/** What is still to be settled, the consent to keep personal data, and the button that begins. */
export function ImportPart({ file, source, plan, blockers, isLooking, onBegun }: Props) {
  const t = useTranslations('evidencePages.wizard');
  const router = useRouter();
  const sentenceOf = useProblemSentence();
  const kept = keptPersonal(plan);
  const wanted = kept.join('\n');
  const [consent, setConsent] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [isTried, setTried] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const lacksConsent = kept.length > 0 && consent !== wanted;
  const isBlocked = blockers.length > 0 || lacksConsent;
  useEffect(() => {
    if (!isBlocked) setTried(false);
  }, [isBlocked]);

  const begin = async () => {
    setProblem(null);
    if (isBlocked) {
      setTried(true);
      list.current?.focus();
      return;
    }
    setBusy(true);
    try {
      await requestJson('POST', `/api/v1/imports/${file.id}/start`, anyAnswer, { plan });
      onBegun();
      router.refresh();
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <section className="space-y-4 border-line border-t py-8" aria-label={t('importTitle')}>
      {kept.length > 0 ? (
        <label className="flex items-start gap-3 rounded-lg bg-warning-soft px-4 py-3">
          <input
            type="checkbox"
            checked={consent === wanted}
            onChange={(event) => setConsent(event.target.checked ? wanted : null)}
            className="mt-1 size-4 accent-ink"
          />
          <span>
            {t('consent', { count: kept.length, columns: kept.join(', ') })}
            <span className="block text-ink-soft text-sm">{t('consentHint')}</span>
          </span>
        </label>
      ) : null}
      {problem ? (
        <Banner tone="danger" urgent>
          {problem} {t('nothingLost')}
        </Banner>
      ) : null}
      <div ref={list} tabIndex={-1} role={isTried ? 'alert' : undefined} className="outline-none">
        <ul className="space-y-1.5">
          {blockers.map((blocker) => (
            <li key={blocker.kind} className="flex items-start gap-1.5 text-danger text-sm">
              <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
              <span>
                {'columns' in blocker
                  ? t(`blocked.${blocker.kind}`, { columns: blocker.columns.join(', '), count: blocker.columns.length })
                  : t(`blocked.${blocker.kind}`)}
              </span>
            </li>
          ))}
          {lacksConsent ? (
            <li className="flex items-start gap-1.5 text-danger text-sm">
              <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
              <span>{t('blocked.consent')}</span>
            </li>
          ) : null}
        </ul>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" size="lg" busy={busy || isLooking} onClick={() => void begin()}>
          {t('import')}
        </Button>
        <DiscardFile file={file} source={source} onDiscarded={onBegun} />
      </div>
      <p className="max-w-prose text-pretty text-ink-faint text-sm">{t('importHint')}</p>
    </section>
  );
}
