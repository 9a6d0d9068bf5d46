import { Lock, Plus } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Menu, MenuItem, MenuLabel } from '@/components/ui/Menu';
import type { CardPlace } from '@/lib/document/operations/cards';
import type { ArrangedStep } from '@/lib/map/arrange';
import type { Lane } from '@/lib/map/lane';

type Props = {
  step: ArrangedStep;
  /** Those that take cards from whoever reads this, and those that are locked for them. */
  lanes: readonly Lane[];
  locked: readonly Lane[];
  laneName: (lane: Lane) => string;
  onAdd: (at: CardPlace) => void;
};

/** Adds a card to one of the lanes of a step. */
export function AddToLane({ step, lanes, locked, laneName, onAdd }: Props) {
  const t = useTranslations('list');
  const format = useFormatter();
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
      {locked.length > 0 ? (
        <MenuLabel>
          <span className="flex max-w-64 items-start gap-2">
            <Lock size={13} aria-hidden="true" className="mt-0.5 shrink-0" />
            <span className="min-w-0 whitespace-normal">
              {t('lockedLanes', { names: format.list(locked.map(laneName), { type: 'conjunction' }) })}
            </span>
          </span>
        </MenuLabel>
      ) : null}
      {lanes.map((lane) => (
        <MenuItem
          key={lane.id}
          // The menu gives the focus back in a timer of its own; the new text keeps it only after that.
          onSelect={() => setTimeout(() => setTimeout(() => onAdd({ stepId: step.id, laneId: lane.id })))}
        >
          {laneName(lane)}
        </MenuItem>
      ))}
    </Menu>
  );
}
