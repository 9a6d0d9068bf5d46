import { Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import type { CardPlace } from '@/lib/document/operations/cards';
import { type ArrangedMap, type ArrangedStep, cellKey } from '@/lib/map/arrange';
import type { Lane } from '@/lib/map/lane';
import { Face, MomentSign } from '../canvas/nodes/signs';
import { useEditor } from '../session/EditorContext';
import { toTouchpointName } from '../tableView/touchpointName';
import { AddToLane } from './AddToLane';
import { ListCard } from './ListCard';

type Props = {
  step: ArrangedStep;
  map: ArrangedMap;
  /** The lane that is shown alone, or null for all. */
  lane: Lane | null;
  laneName: (lane: Lane) => string;
  onAdd: (at: CardPlace) => void;
};

/** A step of the journey with its cards, as it is read on a phone. */
export function ListStep({ step, map, lane, laneName, onAdd }: Props) {
  const t = useTranslations('list');
  const words = useTranslations('canvas');
  const { selection, canWrite } = useEditor();
  const [main] = map.personas;
  const emotion = main && step.emotions.get(main.id);
  const lanes = lane ? [lane] : map.lanes;
  return (
    <article data-list={`step:${step.id}`} className="scroll-mt-14 rounded-lg border border-line bg-paper p-3">
      <h3>
        <button
          type="button"
          className="flex min-h-11 w-full items-center gap-3 rounded-md text-left"
          onClick={() => selection.getState().select({ type: 'step', id: step.id })}
        >
          <span className="grid size-7 shrink-0 place-items-center rounded-full border border-line-strong text-sm tabular-nums">
            <span className="sr-only">{words('step')} </span>
            {step.number}
          </span>
          <span className="wrap-anywhere min-w-0 flex-1 font-semibold">{step.title || t('untitledStep')}</span>
          {step.moment ? (
            <>
              <svg viewBox="0 0 24 24" className="size-6 shrink-0" aria-hidden="true">
                <MomentSign gate={step.moment.gate} x={12} y={12} radius={11} />
              </svg>
              <span className="sr-only">
                {words('moment')}: {words(`gate.${step.moment.gate}`)}
              </span>
            </>
          ) : null}
          {emotion === undefined ? null : (
            <>
              <svg viewBox="0 0 28 28" className="size-7 shrink-0" aria-hidden="true">
                <Face value={emotion} x={14} y={14} radius={12} />
              </svg>
              <span className="sr-only">
                {words('emotion')} {emotion}
              </span>
            </>
          )}
        </button>
      </h3>
      {lanes.map((one) => {
        const cards = map.cells.get(cellKey(step.id, one.id)) ?? [];
        const touchpoints = one.kind === 'touchpoints' ? step.touchpoints : [];
        if (cards.length === 0 && touchpoints.length === 0) return null;
        return (
          <section key={one.id} aria-label={laneName(one)} className="mt-3">
            {lane ? null : <h4 className="mb-1 font-semibold text-ink-soft text-xs">{laneName(one)}</h4>}
            {touchpoints.length > 0 ? (
              <ul className="mb-2 flex flex-wrap gap-1.5">
                {touchpoints.map((touchpoint) => (
                  <li key={touchpoint.id} className="wrap-anywhere rounded-full border border-line bg-surface px-3 py-1 text-sm">
                    {toTouchpointName(touchpoint, (channel) => words(`channel.${channel}`))}
                  </li>
                ))}
              </ul>
            ) : null}
            <ul className="space-y-2">
              {cards.map((card) => (
                <ListCard key={card.id} card={card} />
              ))}
            </ul>
          </section>
        );
      })}
      {canWrite ? (
        <div className="mt-3">
          {lane ? (
            <Button
              variant="ghost"
              icon={<Plus size={18} aria-hidden="true" />}
              aria-label={t('addTo', { step: step.title || t('untitledStep') })}
              onClick={() => onAdd({ stepId: step.id, laneId: lane.id })}
            >
              {t('add')}
            </Button>
          ) : (
            <AddToLane step={step} lanes={map.lanes} laneName={laneName} onAdd={onAdd} />
          )}
        </div>
      ) : null}
    </article>
  );
}
