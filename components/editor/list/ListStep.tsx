import clsx from 'clsx';
import { useLocale, useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import type { CardPlace } from '@/lib/document/operations/cards';
import { type ArrangedMap, type ArrangedStep, cellKey } from '@/lib/map/arrange';
import type { Emphasis } from '@/lib/map/emphasis';
import { isCardClear, isTouchpointClear } from '@/lib/map/emphasis';
import type { Lane } from '@/lib/map/lane';
import { signedNumber } from '@/lib/versions/fieldWords';
import { firstLockAt } from '@/lib/workshop/lockAt';
import { Face, MomentSign } from '../canvas/nodes/signs';
import { useEditor } from '../session/EditorContext';
import { toTouchpointName } from '../tableView/touchpointName';
import { PartCheck } from '../versions/parts/PartCheck';
import { LockedSign } from '../workshop/locks/LockedSign';
import { LockScope } from '../workshop/locks/LockScope';
import { participantLocks } from '../workshop/locks/participantLocks';
import { placesOf } from '../workshop/locks/placesOf';
import { useBallot } from '../workshop/voting/useBallot';
import { AddCard } from './AddCard';
import { ListCard } from './ListCard';
import { frameOf, PersonTag } from './PersonTag';
import { usePersonAt } from './usePersonAt';

type Props = {
  step: ArrangedStep;
  map: ArrangedMap;
  /** The lane that is shown alone, or null for all. */
  lane: Lane | null;
  laneName: (lane: Lane) => string;
  onAdd: (at: CardPlace) => void;
  /** What the filter finds; null while there is none. */
  match: Emphasis | null;
};

/** A step of the journey with its cards, as it is read on a phone. */
export function ListStep({ step, map, lane, laneName, onAdd, match }: Props) {
  const t = useTranslations('list');
  const words = useTranslations('canvas');
  const signed = signedNumber(useLocale());
  const { selection, workshop } = useEditor();
  const filter = useTranslations('filter');
  const person = usePersonAt(`step:${step.id}`);
  const faded = match !== null && !match.steps.has(step.id);
  const [main] = map.personas;
  const emotion = main && step.emotions.get(main.id);
  const lanes = lane ? [lane] : map.lanes;
  const ballot = useBallot();
  const locks = useStore(workshop, participantLocks);
  /** Those that take cards from whoever reads this. */
  const open = lanes.filter(
    (one) => !locks || !firstLockAt(locks, placesOf(map, { type: 'cell', stepId: step.id, laneId: one.id })),
  );
  return (
    <article
      data-list={`step:${step.id}`}
      className="relative scroll-mt-14 rounded-lg border border-line bg-paper p-3"
      style={frameOf(person)}
    >
      {person ? <PersonTag person={person} /> : null}
      <div className="flex items-center gap-2">
        <PartCheck part={{ type: 'step', id: step.id }} />
        <h3 className="min-w-0 flex-1">
          <button
            type="button"
            className="flex min-h-11 w-full items-center gap-3 rounded-md text-left"
            onClick={() => selection.getState().select({ type: 'step', id: step.id })}
          >
            <span className="grid size-7 shrink-0 place-items-center rounded-full border border-line-strong text-sm tabular-nums">
              <span className="sr-only">{words('step')} </span>
              {step.number}
            </span>
            <span className={clsx('wrap-anywhere min-w-0 flex-1 font-semibold', faded && 'text-ink-faint')}>
              {step.title || t('untitledStep')}
              {faded ? <span className="sr-only"> ({filter('outside')})</span> : null}
            </span>
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
                  {words('emotion')} {signed(emotion)}
                </span>
              </>
            )}
          </button>
        </h3>
      </div>
      {lanes.map((one) => {
        const cards = map.cells.get(cellKey(step.id, one.id)) ?? [];
        const touchpoints = one.kind === 'touchpoints' ? step.touchpoints : [];
        if (cards.length === 0 && touchpoints.length === 0) return null;
        return (
          <section key={one.id} aria-label={laneName(one)} className="mt-3">
            {lane ? null : (
              <h4 className="mb-1 flex items-center gap-1.5 font-semibold text-ink-soft text-xs">
                {laneName(one)}
                {open.includes(one) ? null : <LockedSign />}
              </h4>
            )}
            {touchpoints.length > 0 ? (
              <ul className="mb-2 flex flex-wrap gap-1.5">
                {touchpoints.map((touchpoint) => {
                  const isClear = isTouchpointClear(match, { id: touchpoint.id, stepId: step.id });
                  return (
                    <li
                      key={touchpoint.id}
                      className={clsx(
                        'wrap-anywhere rounded-full border border-line px-3 py-1 text-sm',
                        isClear ? 'bg-surface' : 'border-dashed text-ink-faint',
                      )}
                    >
                      {isClear ? null : <span className="sr-only">({filter('outside')}) </span>}
                      {toTouchpointName(touchpoint, (channel) => words(`channel.${channel}`))}
                    </li>
                  );
                })}
              </ul>
            ) : null}
            <LockScope places={placesOf(map, { type: 'cell', stepId: step.id, laneId: one.id })}>
              <ul className="space-y-2">
                {cards.map((card) => (
                  <ListCard
                    key={card.id}
                    card={card}
                    ballot={ballot}
                    faded={!isCardClear(match, { id: card.id, stepId: step.id })}
                  />
                ))}
              </ul>
            </LockScope>
          </section>
        );
      })}
      <AddCard step={step} map={map} lane={lane} laneName={laneName} onAdd={onAdd} />
    </article>
  );
}
