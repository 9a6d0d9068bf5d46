import { Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Menu, MenuItem } from '@/components/ui/Menu';
import type { CardPlace } from '@/lib/document/operations/cards';
import type { ArrangedStep } from '@/lib/map/arrange';
import type { Lane } from '@/lib/map/lane';

type Props = {
  step: ArrangedStep;
  lanes: readonly Lane[];
  laneName: (lane: Lane) => string;
  onAdd: (at: CardPlace) => void;
};

/** Adds a card to one of the lanes of a step. */
export function AddToLane({ step, lanes, laneName, onAdd }: Props) {
  const t = useTranslations('list');
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
    </Menu>
  );
}
