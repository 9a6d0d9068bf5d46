'use client';

import { useStore as useFlowStore } from '@xyflow/react';
import { Plus } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { setEmotion } from '@/lib/document/operations/emotions';
import { addCardTo } from '../../commands/addCard';
import { addStageTo } from '../../commands/addStage';
import { addStepTo } from '../../commands/addStep';
import { addTouchpoint, touchpointLaneIds } from '../../commands/addTouchpoint';
import type { MapReference } from '../../reference';
import { primaryOf } from '../../selection';
import { useEditor } from '../../session/EditorContext';
import { useLockAt } from '../../workshop/locks/LockScope';
import { placesOf } from '../../workshop/locks/placesOf';
import { type Canvas, useCanvas, useMapIndex } from '../CanvasContext';
import { findBoxOf } from '../geometry/boxOf';
import { findLaneIdOf, findStepIdOf, type MapIndex } from '../geometry/mapIndex';
import { focusOpenText } from '../interaction/focusOpenText';
import { AddLaneButton } from './AddLaneButton';
import { TransitionHandles } from './TransitionHandles';

/** Smaller than this, the signs would cover what they stand beside. */
const smallestZoom = 0.3;

type PlusProps = { label: string; style: CSSProperties; quiet?: boolean; inCell?: boolean; onAdd: (canvas: Canvas) => void };

function PlusButton({ label, style, quiet = false, inCell = false, onAdd }: PlusProps) {
  const canvas = useCanvas();
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      title={label}
      data-own-pointer
      data-keep-hover
      data-quiet={quiet}
      data-in-cell={inCell}
      className="map-plus nopan"
      style={style}
      onClick={() => {
        onAdd(canvas);
        requestAnimationFrame(() => focusOpenText(canvas));
      }}
    >
      <Plus aria-hidden="true" />
    </button>
  );
}

/** Beside the step that is hovered or selected: steps before and after it, and the handle from which a transition is drawn. */
function AroundStep({ index, stepId }: { index: MapIndex; stepId: string }) {
  const t = useTranslations('editor.canvas');
  const step = index.stepById.get(stepId);
  if (!step) return null;
  const { box } = step;
  const middle = box.y + box.height / 2;
  return (
    <>
      <PlusButton
        label={t('addStepHere')}
        style={{ left: box.x - 4, top: middle }}
        onAdd={(canvas) => addStepTo(canvas.context(), { before: stepId })}
      />
      <PlusButton
        label={t('addStepHere')}
        style={{ left: box.x + box.width + 4, top: middle }}
        onAdd={(canvas) => addStepTo(canvas.context(), { after: stepId })}
      />
      <div
        data-transition-from={stepId}
        data-keep-hover
        title={t('drawTransition')}
        className="map-handle nopan"
        style={{ left: box.x + box.width / 2, top: box.y }}
      />
    </>
  );
}

/** In the cell that is hovered or selected: another card. */
function InCell({ index, stepId, laneId }: { index: MapIndex; stepId: string; laneId: string }) {
  const t = useTranslations('editor.canvas');
  const cell = findBoxOf(index, { type: 'cell', stepId, laneId });
  const lane = index.laneById.get(laneId);
  if (!cell || !lane || lane.folded) return null;
  const touchpoints = touchpointLaneIds(index).has(laneId);
  return (
    <PlusButton
      inCell
      label={t('addCardHere')}
      style={{ left: cell.x + cell.width / 2, top: cell.y + cell.height - 4 }}
      onAdd={(canvas) => {
        const context = canvas.context();
        if (touchpoints) {
          context.selection.getState().select({ type: 'cell', stepId, laneId });
          addTouchpoint.perform(context);
        } else addCardTo(context, { stepId, laneId });
      }}
    />
  );
}

function AtPlace({ index, reference }: { index: MapIndex; reference: MapReference }) {
  if (reference.type === 'step' || reference.type === 'moment') return <AroundStep index={index} stepId={reference.id} />;
  if (reference.type === 'lane') {
    const header = index.laneById.get(reference.id)?.header;
    return header ? <AddLaneButton after={reference.id} style={{ left: header.x + 24, top: header.y + header.height }} /> : null;
  }
  const stepId = findStepIdOf(index, reference);
  const laneId = findLaneIdOf(index, reference);
  return stepId && laneId ? <InCell index={index} stepId={stepId} laneId={laneId} /> : null;
}

/** The map's own ends, always there: a step at the end of the last stage, a stage after the last one, a lane below the last one. */
function AtEnds({ index }: { index: MapIndex }) {
  const t = useTranslations('editor.canvas');
  const { layout } = index;
  const stage = layout.stages.findLast((candidate) => !candidate.unplaced);
  const end = stage ? stage.box.x + stage.box.width : 0;
  const step = index.steps.find(({ box }) => stage && box.x >= stage.box.x && box.x < end);
  const lane = index.lanes.at(-1);
  return (
    <>
      {stage ? (
        <PlusButton
          quiet
          label={t('addStageAtEnd')}
          style={{ left: end + 24, top: stage.box.y + stage.box.height / 2 }}
          onAdd={(canvas) => addStageTo(canvas.context())}
        />
      ) : null}
      {stage ? (
        <PlusButton
          quiet
          label={t('addStepAtEnd')}
          style={{
            left: step ? end + 24 : stage.box.x + stage.box.width / 2,
            top: step ? step.box.y + step.box.height / 2 : stage.box.y + stage.box.height + 32,
          }}
          onAdd={(canvas) => addStepTo(canvas.context(), { stageId: stage.id })}
        />
      ) : null}
      {lane ? (
        <AddLaneButton quiet after={lane.id} style={{ left: lane.header.x - 22, top: lane.box.y + lane.box.height + 1 }} />
      ) : null}
      {lane || layout.stages.length === 0 ? null : (
        <AddLaneButton quiet style={{ left: layout.curve.box.x - 22, top: layout.curve.box.y + layout.curve.box.height }} />
      )}
    </>
  );
}

/** On the curve, where the main persona has no point yet: one at 0. A click higher or lower in the column sets it there. */
function EmotionPluses({ index }: { index: MapIndex }) {
  const t = useTranslations('editor.canvas');
  const persona = index.map.personas[0];
  const { plot } = index.layout.curve;
  if (!persona) return null;
  return index.steps.map((step) =>
    index.stepRecords.get(step.id)?.emotions.has(persona.id) ? null : (
      <PlusButton
        key={step.id}
        quiet
        label={t('setEmotionHere')}
        style={{ left: step.box.x + step.box.width / 2, top: plot.y + plot.height / 2 }}
        onAdd={(canvas) => {
          const context = canvas.context();
          setEmotion(context.doc, { stepId: step.id, personaId: persona.id, value: 0 });
          context.selection.getState().select({ type: 'emotion', stepId: step.id, personaId: persona.id });
        }}
      />
    ),
  );
}

/** The “+” signs: where the pointer or the keyboard is, and at the ends of the map. Keys do the same, so they are no stops of Tab. */
export function AddLayer() {
  const { gestures } = useCanvas();
  const { selection, canWrite } = useEditor();
  const index = useMapIndex();
  const idle = useStore(gestures, (state) => state.gesture.type === 'none');
  const hovered = useStore(selection, (state) => state.hovered);
  const primary = useStore(selection, (state) => (state.selected.length === 1 && !state.editing ? primaryOf(state) : null));
  const near = useFlowStore(({ transform }) => transform[2] >= smallestZoom);
  const at = hovered ?? primary;
  const isLocked = useLockAt(at ? placesOf(index.map, at) : []) !== null;
  const isClosed = useLockAt([{ kind: 'map' }]) !== null;
  if (!canWrite || !idle || !near) return null;
  return (
    <>
      {isClosed ? null : <AtEnds index={index} />}
      {primary?.type === 'transition' ? <TransitionHandles id={primary.id} /> : null}
      {isClosed ? null : <EmotionPluses index={index} />}
      {at && !isLocked ? <AtPlace index={index} reference={at} /> : null}
    </>
  );
}
