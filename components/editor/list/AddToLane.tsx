import { Lock, Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/Menu';
import type { CardPlace } from '@/lib/document/operations/cards';
import type { ArrangedStep } from '@/lib/map/arrange';
import type { Lane } from '@/lib/map/lane';
import type { LockReason } from '@/lib/workshop/lockAt';
import { useEditor } from '../session/EditorContext';
import { useLockWords } from '../workshop/locks/useLockWords';

/** A lane that takes no cards from whoever reads this, and why. */
export type LockedLane = { lane: Lane; reason: LockReason };

type Props = {
  step: ArrangedStep;
  /** Those that take cards from whoever reads this, and those that are locked for them. */
  lanes: readonly Lane[];
  locked: readonly LockedLane[];
  laneName: (lane: Lane) => string;
  onAdd: (at: CardPlace) => void;
};

/** Adds a card to one of the lanes of a step. Those that are locked stand below, each with the reason. */
export function AddToLane({ step, lanes, locked, laneName, onAdd }: Props) {
  const t = useTranslations('list');
  const { session } = useEditor();
  const wordsOf = useLockWords();
  return (
    <Menu
      trigger={
        <Button
          variant="ghost"
          icon={<Plus size={18} aria-hidden="true" />}
          aria-label={t('addTo', { step: step.title || t('untitledStep') })}
        >
          {t('add')}
        </Button>
      }
    >
      {lanes.map((lane) => (
        <MenuItem
          key={lane.id}
          // The menu gives the focus back in a timer of its own; the new text keeps it only after that.
          onSelect={() => setTimeout(() => setTimeout(() => onAdd({ stepId: step.id, laneId: lane.id })))}
        >
          {laneName(lane)}
        </MenuItem>
      ))}
      {locked.length > 0 ? <MenuSeparator /> : null}
      {locked.map(({ lane, reason }) => (
        <MenuItem key={lane.id} dimmed icon={<Lock />} hint={wordsOf(reason, session.map.getSnapshot().map)}>
          {laneName(lane)}
        </MenuItem>
      ))}
    </Menu>
  );
}
