'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import { useToast } from '@/components/ui/Toast';
import { FormDialog } from '@/components/workspace/FormDialog';
import { anyAnswer, requestJson } from '@/components/workspace/request';
import { useForm } from '@/components/workspace/useForm';
import { isMethodFor, methodsOf, type ScoreMethod } from '@/lib/evidence/scoreMethod';
import { goodness, listScores, metrics, type ScoreScale, scoreScaleSchema } from '@/lib/evidence/scoreScale';
import type { ScoreColumn } from '@/lib/sources/readFigures';
import { useMethodText } from '../useMethodText';
import { DirectionChoice } from '../wizard/DirectionChoice';
import { NumberField } from '../wizard/NumberField';

type Props = { sourceId: string; column: ScoreColumn; onClose: () => void };

const npsScale: ScoreScale = { metric: 'nps', min: 0, max: 10, direction: 'highIsGood' };

/** Corrects how a column of scores was asked, and chooses how it is reckoned. Answers stay as they came. */
export function ReckoningDialog({ sourceId, column, onClose }: Props) {
  const t = useTranslations('evidencePages.scores');
  const wizard = useTranslations('evidencePages.wizard');
  const common = useTranslations('common');
  const router = useRouter();
  const toast = useToast();
  const methodText = useMethodText();
  const [scale, setScale] = useState<ScoreScale>(column.scale);
  const [chosen, setMethod] = useState<ScoreMethod>(column.method);
  const isSound = scoreScaleSchema.safeParse(scale).success;
  const methods = methodsOf(scale);
  // What was chosen for another scale may make no sense of this one.
  const method = isSound && isMethodFor(scale, chosen) ? chosen : methods[0];
  const shares = isSound
    ? listScores(scale).filter((from) => isMethodFor(scale, { kind: 'share', from }) && goodness(scale, from) > 0)
    : [];
  const { form, general, busy } = useForm({
    invalid: {},
    send: async () => {
      await requestJson('PATCH', `/api/v1/sources/${sourceId}/columns/${column.number}`, anyAnswer, { scale, method });
      toast({ title: t('corrected'), tone: 'success' });
      router.refresh();
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      general={general ?? (isSound ? null : wizard('scaleWrong'))}
      busy={busy}
      title={t('correctTitle')}
      description={column.label || column.name}
      confirm={common('save')}
      onClose={onClose}
    >
      <Select
        label={wizard('metric')}
        value={scale.metric}
        options={metrics.map((value) => ({ value, label: wizard(`metrics.${value}`) }))}
        onChange={(metric) => setScale(metric === 'nps' ? npsScale : { ...scale, metric })}
      />
      {scale.metric === 'nps' ? (
        <p className="text-ink-soft text-sm">{wizard('npsScale')}</p>
      ) : (
        <>
          <div className="grid grid-cols-2 gap-4">
            <NumberField
              label={wizard('lowest')}
              value={scale.min}
              min={0}
              max={99}
              onChange={(min) => setScale({ ...scale, min })}
            />
            <NumberField
              label={wizard('highest')}
              value={scale.max}
              min={1}
              max={100}
              onChange={(max) => setScale({ ...scale, max })}
            />
          </div>
          <DirectionChoice scale={scale} isOpen={false} onChange={(direction) => setScale({ ...scale, direction })} />
        </>
      )}
      <Select
        label={t('method')}
        hint={isSound ? methodText(scale, method) : undefined}
        value={method.kind}
        options={methods.map((value) => ({ value: value.kind, label: t(`methodNames.${value.kind}`) }))}
        onChange={(kind) => setMethod(methods.find((value) => value.kind === kind) ?? methods[0])}
      />
      {method.kind === 'share' ? (
        <Select
          label={t('from')}
          value={String(method.from)}
          options={shares.map((from) => ({ value: String(from), label: methodText(scale, { kind: 'share', from }) }))}
          onChange={(from) => setMethod({ kind: 'share', from: Number(from) })}
        />
      ) : null}
      <p className="text-pretty text-ink-faint text-sm">{t('correctHint')}</p>
    </FormDialog>
  );
}
