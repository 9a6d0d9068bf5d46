import { Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import type { CardPlace } from '@/lib/document/operations/cards';
import type { ArrangedMap, ArrangedStep } from '@/lib/map/arrange';
import type { Lane } from '@/lib/map/lane';
import { firstLockAt } from '@/lib/workshop/lockAt';
import { useEditor } from '../session/EditorContext';
import { LockedSign } from '../workshop/locks/LockedSign';
import { participantLocks } from '../workshop/locks/participantLocks';
import { placesOf } from '../workshop/locks/placesOf';
import { useLockWords } from '../workshop/locks/useLockWords';
import { AddToLane, type LockedLane } from './AddToLane';

type Props = {
  step: ArrangedStep;
  map: ArrangedMap;
  /** The lane that is shown alone, or null for all. */
  lane: Lane | null;
  laneName: (lane: Lane) => string;
  onAdd: (at: CardPlace) => void;
};

/** Begins a card in a step. Where lanes are locked it says so, instead of leaving them out without a word. */
export function AddCard({ step, map, lane, laneName, onAdd }: Props) {
  const t = useTranslations('list');
  const wordsOf = useLockWords();
  const { canWrite, role, workshop, session } = useEditor();
  const locks = useStore(workshop, participantLocks);
  const lanes = lane ? [lane] : map.lanes;
  const lockOf = (one: Lane) => locks && firstLockAt(locks, placesOf(map, { type: 'cell', stepId: step.id, laneId: one.id }));
  const open = lanes.filter((one) => !lockOf(one));
  const locked = lanes.flatMap((one): LockedLane[] => {
    const reason = lockOf(one);
    return reason ? [{ lane: one, reason }] : [];
  });
  const reason = locked[0]?.reason;
  const mayWrite = role === 'owner' || role === 'editor';
  if (open.length === 0 && reason && mayWrite) {
    return (
      <p className="mt-3 flex items-start gap-2 text-ink-soft text-sm" data-locked-step>
        <LockedSign />
        {wordsOf(reason, session.map.getSnapshot().map)}
      </p>
    );
  }
  if (!canWrite || open.length === 0) return null;
  if (!lane) {
    return (
      <div className="mt-3">
        <AddToLane step={step} lanes={open} locked={locked} laneName={laneName} onAdd={onAdd} />
      </div>
    );
  }
  return (
    <div className="mt-3">
      <Button
        variant="ghost"
        icon={<Plus size={18} aria-hidden="true" />}
        aria-label={t('addTo', { step: step.title || t('untitledStep') })}
        onClick={() => onAdd({ stepId: step.id, laneId: lane.id })}
      >
        {t('add')}
      </Button>
    </div>
  );
}
