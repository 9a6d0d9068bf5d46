import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { momentRadius, numberRadius } from '@/lib/map/layout/stepHeaders';
import { assumedGround } from '../mapColour';
import { MomentBadge } from './MomentBadge';
import type { StepNode } from './mapNode';
import { discInk, EvidenceDisc } from './signs';
import { TextLines } from './TextLines';
import { useMapItem } from './useMapItem';

const padding = 12;
const titleLeft = padding + 2 * numberRadius + 8;

/** The header of a step: number by evidence level, title, channels and departments, the all-or-nothing sign. */
export const StepNodeView = memo(function StepNodeView({ data: { step, record, stage, assumed } }: NodeProps<StepNode>) {
  const t = useTranslations('editor.canvas');
  const levels = useTranslations('canvas.evidenceLevel');
  const reference = { type: 'step', id: step.id } as const;
  const item = useMapItem(reference);
  const { box } = step;
  const title = record.title.trim();
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, a step is not. */}
      <div
        {...item.props}
        role="group"
        aria-roledescription={t('step')}
        aria-label={t(step.moment ? 'momentStepName' : 'stepName', {
          number: step.number,
          title: title === '' ? t('untitled') : title,
          stage: stage === '' ? t('untitled') : stage,
          level: levels(step.evidenceLevel),
        })}
        className="map-item map-step"
        data-moment={step.moment !== null}
        data-assumed={assumed}
        style={assumed ? { background: assumedGround('surface') } : undefined}
      >
        <svg aria-hidden="true" width={box.width} height={box.height} className="map-drawing">
          <EvidenceDisc
            level={step.evidenceLevel}
            x={step.numberAt.x - box.x}
            y={step.numberAt.y - box.y}
            radius={numberRadius}
          />
        </svg>
        <TextLines text={step.numberText} origin={box} colour={discInk(step.evidenceLevel)} />
        {item.editing ? null : title === '' ? (
          <span
            aria-hidden="true"
            className="map-placeholder"
            style={{ left: titleLeft, top: padding, fontSize: 15, lineHeight: '20px' }}
          >
            {t('untitled')}
          </span>
        ) : (
          <TextLines text={step.title} origin={box} />
        )}
        <TextLines text={step.meta} origin={box} colour="var(--ink-muted)" />
      </div>
      {step.moment ? (
        <MomentBadge
          stepId={step.id}
          number={step.number}
          gate={step.moment.gate}
          at={{ x: step.moment.at.x - box.x, y: step.moment.at.y - box.y }}
          radius={momentRadius}
        />
      ) : null}
    </>
  );
});
