import { type MapPart, partTypes } from '@/lib/document/restore/parts';
import { withoutCovered } from '@/lib/document/restore/withoutCovered';
import type { Difference } from '@/lib/map/diff/mapDiff';
import { toStandingMap } from '@/lib/map/diff/standingMap';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { MapReference } from '../../reference';
import type { PartsSource } from './partsStore';

/** What stands on a version, by type and id. */
type Standing = { map: JourneyMap; keys: ReadonlySet<string> };

const known = new WeakMap<JourneyMap, Standing>();
const lists = { stage: 'stages', step: 'steps', lane: 'lanes', card: 'cards' } as const;

function standingOf(version: JourneyMap): Standing {
  const before = known.get(version);
  if (before) return before;
  const map = toStandingMap(version);
  const keys = new Set(partTypes.flatMap((type) => map[lists[type]].map(({ id }) => `${type} ${id}`)));
  const made = { map, keys };
  known.set(version, made);
  return made;
}

/** Whether a part stands on a version, the tray included. */
export const isOnVersion = (version: JourneyMap, { type, id }: MapPart): boolean => standingOf(version).keys.has(`${type} ${id}`);

/**
 * What of a selection can be brought back from a version: the stages, steps, lanes and cards that stand on it; a cell stands for its cards. What another one
 * brings along anyway is left out.
 */
export function partsOf(selected: readonly MapReference[], { map: version, ghosts }: Omit<PartsSource, 'version'>): MapPart[] {
  const { map, keys } = standingOf(version);
  const parts = selected.flatMap((reference): MapPart[] => {
    switch (reference.type) {
      case 'card':
        return [{ type: 'card', id: ghosts.get(reference.id) ?? reference.id }];
      case 'stage':
      case 'step':
      case 'lane':
        return [{ type: reference.type, id: reference.id }];
      case 'cell':
        return map.cards
          .filter(({ pos }) => pos.stepId === reference.stepId && pos.laneId === reference.laneId)
          .map(({ id }) => ({ type: 'card', id }));
      default:
        return [];
    }
  });
  return withoutCovered(
    map,
    parts.filter(({ type, id }) => keys.has(`${type} ${id}`)),
  );
}

/** The part of a map that a difference is about, or hangs on; null for what belongs to none, and where the version has no such part. */
export function partOfDifference(difference: Difference, maps: readonly JourneyMap[], version: JourneyMap): MapPart | null {
  const part = partWith(difference, maps);
  return part && isOnVersion(version, part) ? part : null;
}

function partWith({ collection, id }: Difference, maps: readonly JourneyMap[]): MapPart | null {
  const [first = ''] = id.split(':');
  const find = <T extends { id: string }>(of: (map: JourneyMap) => readonly T[]): T | undefined =>
    maps.flatMap((map) => of(map)).find((one) => one.id === id);
  switch (collection) {
    case 'stages':
      return { type: 'stage', id };
    case 'lanes':
      return { type: 'lane', id };
    case 'cards':
      return { type: 'card', id };
    case 'steps':
    case 'moments':
      return { type: 'step', id };
    case 'emotions':
    case 'stepDepartments':
      return { type: 'step', id: first };
    case 'cardTags':
      return { type: 'card', id: first };
    case 'attachments':
      return cardOf(find(({ attachments }) => attachments)?.pos.cardId);
    case 'cardLinks':
      return cardOf(find(({ cardLinks }) => cardLinks)?.pos.cardId);
    case 'touchpoints':
      return stepOf(find(({ touchpoints }) => touchpoints)?.pos.stepId);
    case 'transitions':
      return stepOf(find(({ transitions }) => transitions)?.from);
    case 'links': {
      const target = find(({ links }) => links)?.target;
      if (target?.type === 'card') return cardOf(target.id);
      return target && target.type !== 'transition' ? stepOf(target.id) : null;
    }
    default:
      return null;
  }
}

const cardOf = (id: string | undefined): MapPart | null => (id === undefined ? null : { type: 'card', id });
const stepOf = (id: string | undefined): MapPart | null => (id === undefined ? null : { type: 'step', id });
