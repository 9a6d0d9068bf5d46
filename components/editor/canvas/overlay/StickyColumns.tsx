'use client';

import { Lock } from 'lucide-react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { numberRadius } from '@/lib/map/layout/stepHeaders';
import type { StageLayout, StepLayout } from '@/lib/map/layout/types';
import { useReadable } from '../../session/useReadable';
import { useShownLock } from '../../workshop/locks/useShownLock';
import { useCanvas } from '../CanvasContext';
import type { MapIndex } from '../geometry/mapIndex';
import { discInk, EvidenceDisc, MomentSign } from '../nodes/signs';
import { textCss } from '../nodes/TextLines';
import { follow } from './stickyFit';

const stageHeight = 28;
const stepHeight = 52;
/** Of both together. */
export const columnsHeight = stageHeight + stepHeight;
/** So much of a stage's title is kept in sight. */
const titleRoom = 160;

type Props = {
  index: MapIndex;
  /** Those in view. */
  steps: readonly StepLayout[];
  /** The map's x at the left edge of what is in sight. */
  edge: number;
  /** How much smaller than the map they are drawn, where they would take too much of it; 1: not at all. */
  fit: number;
};

/** The titles of stages and steps at the top. Columns stand where they stand on the map; only what is in them shrinks. */
export function StickyColumns({ index, steps, edge, fit }: Props) {
  return (
    <>
      {index.layout.stages.map((stage) => (
        <StickyStage key={stage.id} stage={stage} edge={edge} fit={fit} />
      ))}
      <StickySteps steps={steps} fit={fit} />
    </>
  );
}

function StickyStage({ stage, edge, fit }: { stage: StageLayout; edge: number; fit: number }) {
  const t = useTranslations('editor.canvas');
  const isLocked = useShownLock('stage', stage.id) && !stage.unplaced;
  const { x, width } = stage.box;
  return (
    <div
      data-reference={`stage:${stage.id}`}
      data-closed={isLocked || undefined}
      className="map-sticky-stage"
      style={{
        left: x,
        top: 4 * fit,
        width: width / fit,
        height: stageHeight,
        scale: fit,
        ...textCss.stage,
        lineHeight: `${stageHeight}px`,
      }}
    >
      <span className="map-sticky-stage-title" style={{ marginLeft: follow(x, width, edge, titleRoom * fit) / fit }}>
        {isLocked ? <Lock className="map-lock" size={14} strokeWidth={2.25} aria-hidden="true" /> : null}
        {stage.title.lines.map((line) => line.text).join(' ') || t('untitled')}
      </span>
    </div>
  );
}

/** By themselves, as they stay what they are while the map moves under them. */
const StickySteps = memo(function StickySteps({ steps, fit }: { steps: readonly StepLayout[]; fit: number }) {
  const emphasis = useReadable(useCanvas().emphasis);
  return (
    <>
      {steps.map((step) => (
        <div
          key={step.id}
          data-reference={`step:${step.id}`}
          data-faded={emphasis !== null && !emphasis.steps.has(step.id)}
          className="map-sticky-step"
          style={{
            left: step.box.x,
            top: (stageHeight + 4) * fit,
            width: step.box.width / fit,
            height: stepHeight,
            scale: fit,
          }}
        >
          <svg aria-hidden="true" width={40} height={stepHeight} className="map-drawing">
            <EvidenceDisc level={step.evidenceLevel} x={24} y={stepHeight / 2} radius={numberRadius} />
          </svg>
          <span
            className="map-sticky-number"
            style={{ ...textCss.stepNumber, lineHeight: `${stepHeight}px`, color: discInk(step.evidenceLevel) }}
          >
            {step.number}
          </span>
          <span className="map-sticky-step-title" style={textCss.stepTitle}>
            {step.title.lines.map((line) => line.text).join(' ')}
          </span>
          {step.moment ? (
            <svg
              aria-hidden="true"
              width={20}
              height={20}
              className="map-drawing"
              style={{ left: step.box.width / fit - 24, top: -6 }}
            >
              <MomentSign gate={step.moment.gate} x={10} y={10} radius={8} />
            </svg>
          ) : null}
        </div>
      ))}
    </>
  );
});
