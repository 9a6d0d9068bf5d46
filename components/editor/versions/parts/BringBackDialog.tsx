'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Banner } from '@/components/ui/Banner';
import { FormDialog } from '@/components/workspace/FormDialog';
import { useForm } from '@/components/workspace/useForm';
import { mostParts } from '@/lib/document/restore/parts';
import { useEditor } from '../../session/EditorContext';
import { useLockWords } from '../../workshop/locks/useLockWords';
import { useRestoreProblem } from '../useUndoRestore';
import { useVersionWords } from '../useVersionWords';
import { OutcomeSentences } from './OutcomeSentences';
import type { AskedParts } from './partsStore';
import { useForeseen } from './useForeseen';
import { capital, usePartWords } from './usePartWords';
import { useSendParts } from './useSendParts';

type Props = { asked: AskedParts; onClose: () => void };

/** Says what becomes of the map when parts of a version are brought back, and does it. */
export function BringBackDialog({ asked, onClose }: Props) {
  const t = useTranslations('versions.parts');
  const whole = useTranslations('versions');
  const errors = useTranslations('errors');
  const { session } = useEditor();
  const { titleOf } = useVersionWords();
  const { asObject, named } = usePartWords();
  const lockWords = useLockWords();
  const send = useSendParts();
  const isSilent = useStore(session.silent, (state) => state.isOn);
  const [withMissing, setWithMissing] = useState(false);
  const outcome = useForeseen(asked, withMissing);
  const { version, map } = asked.source;
  const title = titleOf(version);
  const parts = outcome?.parts ?? asked.parts;
  const problem = outcome?.lock
    ? lockWords(outcome.lock, session.map.live())
    : parts.length > mostParts
      ? t('tooMany', { max: mostParts })
      : null;
  const refusal = isSilent ? errors('restoreInSilentRound') : problem;
  const isSame = outcome?.foreseen.diff.differences.length === 0;
  // What was ticked a moment ago is worked out first: nothing else happens than what is said.
  const isBlocked = outcome?.withMissing !== withMissing || isSame || refusal !== null;
  const { form, general, busy } = useForm({
    invalid: {},
    send: async () => {
      if (outcome) await send(asked, outcome);
      onClose();
    },
    sentenceOf: useRestoreProblem(),
  });
  return (
    <FormDialog
      form={form}
      general={general}
      busy={busy}
      blocked={isBlocked}
      size="md"
      title={capital(t('title', { what: asObject(asked.parts, map), title }))}
      description={t('text', { count: asked.parts.length })}
      confirm={t('confirm')}
      onClose={onClose}
    >
      {refusal === null ? null : <Banner tone="warning">{refusal}</Banner>}
      <div role="status">
        {outcome ? (
          <OutcomeSentences outcome={outcome} version={map} nothing={t('nothing', { title })} />
        ) : (
          !isSilent && <p className="text-ink-soft text-sm">{t('working')}</p>
        )}
      </div>
      {outcome && outcome.missing.length > 0 ? (
        <label className="flex min-h-9 items-start gap-3 pointer-coarse:min-h-11">
          <input
            type="checkbox"
            checked={withMissing}
            onChange={(event) => setWithMissing(event.target.checked)}
            className="mt-1 size-4 shrink-0 accent-ink"
          />
          <span className="wrap-anywhere">
            {t('withMissing', { missing: named('object', outcome.missing, map), count: outcome.missing.length })}
          </span>
        </label>
      ) : null}
      <ul className="list-disc space-y-1 pl-5 text-sm">
        <li>{t('same')}</li>
        <li>{t('typed')}</li>
        <li>{whole('restoreKept')}</li>
        <li>{whole('restoreUndoable')}</li>
      </ul>
    </FormDialog>
  );
}
