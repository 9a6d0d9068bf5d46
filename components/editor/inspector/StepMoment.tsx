'use client';

import { useTranslations } from 'use-intl';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { Switch } from '@/components/ui/Switch';
import { markMoment, setGate, unmarkMoment } from '@/lib/document/operations/moments';
import type { ArrangedStep } from '@/lib/map/arrange';
import { type Gate, gates } from '@/lib/map/moment';
import { MomentSign } from '../canvas/nodes/signs';
import { useEditor } from '../session/EditorContext';
import { FieldLabel } from './FieldLabel';
import { Section } from './Section';
import { TargetEvidence } from './TargetEvidence';
import { TextRow } from './TextRow';

/** Whether the customer decides at this step to stay or to leave, and by what. */
export function StepMoment({ step }: { step: ArrangedStep }) {
  const t = useTranslations('editor.inspector');
  const words = useTranslations('canvas');
  const { doc, canWrite } = useEditor();
  const { id: stepId, moment } = step;
  const gate = moment?.gate ?? 'unknown';
  return (
    <>
      <Section title={words('moment')}>
        <Switch
          label={
            <span className="flex items-center gap-2 text-sm">
              <Sign gate={gate} faint={!moment} />
              {t('momentHere')}
            </span>
          }
          checked={moment !== undefined}
          disabled={!canWrite}
          onChange={(marked) => (marked ? markMoment(doc, { stepId }) : unmarkMoment(doc, { stepId }))}
        />
        {moment ? (
          <>
            <TextRow
              label={t('momentStays')}
              placeholder={t('momentStaysHint')}
              reference={{ type: 'moment', id: stepId, field: 'stays' }}
            />
            <TextRow
              label={t('momentLeaves')}
              placeholder={t('momentLeavesHint')}
              reference={{ type: 'moment', id: stepId, field: 'leaves' }}
            />
            <div>
              <FieldLabel>{t('gate')}</FieldLabel>
              <SegmentedControl
                size="sm"
                className="w-full"
                label={t('gate')}
                value={gate}
                options={gates.map((value) => ({ value, label: t(`gateShort.${value}`), disabled: !canWrite }))}
                onChange={(value) => setGate(doc, { stepId, gate: value })}
              />
            </div>
          </>
        ) : (
          <p className="text-ink-faint text-sm">{t('momentHint')}</p>
        )}
      </Section>
      {moment ? <TargetEvidence target={{ type: 'moment', id: stepId }} /> : null}
    </>
  );
}

function Sign({ gate, faint }: { gate: Gate; faint: boolean }) {
  return (
    <svg viewBox="0 0 24 24" className="size-6 shrink-0" aria-hidden="true" opacity={faint ? 0.4 : 1}>
      <MomentSign gate={gate} x={12} y={12} radius={11} />
    </svg>
  );
}
