'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ArrangedStage } from '@/lib/map/arrange';
import type { Lane } from '@/lib/map/lane';
import { toReference } from '../canvas/geometry/parseReference';
import { useFilter } from '../filter/useFilter';
import { useLookFromList } from '../presence/useLookFromList';
import { nearIn, useTellNear } from '../presence/useTellNear';
import type { MapReference } from '../reference';
import { useArrangedMap, useEditor } from '../session/EditorContext';
import { useTellSelection } from '../tableView/useTellTable';
import { LaneCheck } from '../versions/parts/LaneCheck';
import { PartCheck } from '../versions/parts/PartCheck';
import { LockedSign } from '../workshop/locks/LockedSign';
import { useShownLock } from '../workshop/locks/useShownLock';
import { Chips } from './Chips';
import { ListStep } from './ListStep';
import { useDrafts } from './useDrafts';

const all = 'all';

/** The journey as a list, for one thumb: stages to jump to above, lanes to choose from below, steps with their cards between. */
export function ListView() {
  const t = useTranslations('list');
  const words = useTranslations('canvas');
  const { navigation, undo, canWrite } = useEditor();
  const map = useArrangedMap();
  const { match } = useFilter();
  const [laneId, setLaneId] = useState(all);
  const root = useRef<HTMLDivElement>(null);
  const add = useDrafts();
  useTellSelection();
  useTellNear(root, '[data-list^="step:"]', 'list');
  const look = useLookFromList(root, '[data-list^="step:"]', 'list');
  const laneName = (lane: Lane): string => (lane.title.trim() === '' ? words(`laneKind.${lane.kind}`) : lane.title);
  const lane = map.lanes.find(({ id }) => id === laneId) ?? null;

  useEffect(() => {
    const find = (key: string) => root.current?.querySelector(`[data-list="${CSS.escape(key)}"]`);
    const reveal = (target: MapReference): void => {
      if (!('id' in target || 'stepId' in target)) return;
      const key = 'id' in target ? `${target.type === 'moment' ? 'step' : target.type}:${target.id}` : `step:${target.stepId}`;
      const element = find(key);
      if (element) {
        element.scrollIntoView({ block: 'center' });
        return;
      }
      // Its lane is not shown: then all are.
      setLaneId(all);
      requestAnimationFrame(() => find(key)?.scrollIntoView({ block: 'center' }));
    };
    const toTarget = (key: string | null | undefined) => (key ? toReference(key) : null);
    return navigation.connect({
      goTo(target) {
        const reference = target.type === 'point' ? toTarget(target.near) : target;
        if (reference) reveal(reference);
      },
      show({ near }) {
        const reference = toTarget(near);
        if (reference) reveal(reference);
        return reference !== null;
      },
      sight: () => ({ viewport: null, near: root.current && nearIn(root.current, '[data-list^="step:"]', 'list') }),
      cellAt: () => null,
      connectStep: () => undefined,
      perform: () => undefined,
      commands: {
        can: (id) => id === 'lookHere' || (canWrite && (id === 'undo' || id === 'redo')),
        run: (id) => (id === 'lookHere' ? look() : id === 'undo' ? undo.undo() : id === 'redo' && undo.redo()),
      },
      focus: () => root.current?.focus(),
    });
  }, [navigation, undo, canWrite, look]);

  return (
    <div className="absolute [container-type:size] inset-0 flex flex-col bg-surface-sunken">
      <Chips
        label={t('stages')}
        chips={map.stages.map((stage) => ({
          key: stage.id,
          label: stage.unplaced ? words('unplacedStage') : stage.title || words('stage'),
        }))}
        chosen={null}
        onChoose={(id) => root.current?.querySelector(`[data-list="stage:${id}"]`)?.scrollIntoView({ block: 'start' })}
        className="border-line [@container_(max-height:24rem)]:hidden border-b bg-paper"
      />
      {/* What is read only to screen readers has its place in here, or it would make the page around longer. */}
      <section
        ref={root}
        data-list-root
        tabIndex={-1}
        aria-label={t('label')}
        className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain p-3"
      >
        <div className="mx-auto max-w-2xl space-y-6">
          {lane ? <LaneCheck lane={lane} name={laneName(lane)} /> : null}
          {map.stages.map((stage) => (
            <section key={stage.id} data-list={`stage:${stage.id}`} aria-labelledby={`list-stage-${stage.id}`}>
              <div className="mb-2 flex items-center gap-2">
                <PartCheck part={{ type: 'stage', id: stage.id }} />
                <StageHeading id={`list-stage-${stage.id}`} stage={stage} />
              </div>
              <div className="space-y-3">
                {stage.steps.map((step) => (
                  <ListStep key={step.id} step={step} map={map} lane={lane} laneName={laneName} onAdd={add} match={match} />
                ))}
                {stage.steps.length === 0 ? <p className="text-ink-soft text-sm">{t('noSteps')}</p> : null}
              </div>
            </section>
          ))}
        </div>
      </section>
      <Chips
        label={t('lanes')}
        chips={[
          { key: all, label: t('allLanes') },
          ...map.lanes.map((one) => ({ key: one.id, label: laneName(one), sign: <LaneLock laneId={one.id} /> })),
        ]}
        chosen={lane ? lane.id : all}
        onChoose={setLaneId}
        className="border-line border-t bg-paper"
      />
    </div>
  );
}

function StageHeading({ id, stage }: { id: string; stage: ArrangedStage }) {
  const words = useTranslations('canvas');
  const isLocked = useShownLock('stage', stage.id) && !stage.unplaced;
  return (
    <h2 id={id} className="flex items-center gap-1.5 font-bold">
      <span className="wrap-anywhere min-w-0">{stage.unplaced ? words('unplacedStage') : stage.title || words('stage')}</span>
      {isLocked ? <LockedSign /> : null}
    </h2>
  );
}

function LaneLock({ laneId }: { laneId: string }) {
  return useShownLock('lane', laneId) ? <LockedSign colour="text-current" /> : null;
}
