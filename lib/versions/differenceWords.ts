import { createTranslator } from 'use-intl/core';
import { type RecordName, recordNames } from '@/lib/document/schema';
import type { Locale } from '@/lib/i18n/locale';
import { arrange } from '@/lib/map/arrange';
import type { ComparedEntry } from '@/lib/map/compare/comparedEntry';
import type { ComparedStates } from '@/lib/map/compare/compareStates';
import type { Standing } from '@/lib/map/diff/mapDiff';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { type DifferenceMessages, type FieldLine, makeFieldWords } from './fieldWords';
import { makeThingName } from './thingName';

/** What of a state says where something stands. */
type Where = { number: ReadonlyMap<string, number>; place: ReadonlyMap<string, number>; map: JourneyMap };

function toWhere(map: JourneyMap): Where {
  const { stages, steps } = arrange(map);
  const place = stages.flatMap((stage) => stage.steps.map(({ id }, at) => [id, at + 1] as const));
  return { number: new Map(steps.map(({ id, number }) => [id, number])), place: new Map(place), map };
}

/** How single differences are spoken of, in a reader's language: with the messages of the page, or with those of the server. */
export function makeDifferenceWords(locale: Locale, messages: DifferenceMessages, { before, after, union }: ComparedStates) {
  const t = createTranslator({ locale, messages, namespace: 'comparing' });
  const names = createTranslator({ locale, messages, namespace: 'compare' });
  const history = createTranslator({ locale, messages, namespace: 'history.record' });
  const canvas = createTranslator({ locale, messages, namespace: 'canvas' });
  const [was, is] = [toWhere(before), toWhere(after)];
  // On the union both titles stand in one: here a step is called what it is called now.
  const titles = new Map([...union.map.steps, ...before.steps, ...after.steps].map(({ id, title }) => [id, title.trim()]));
  const stepName = (id: string): string => titles.get(id) || t('untitledStep');
  const fieldsOf = makeFieldWords(locale, messages, stepName);

  const nameOf = makeThingName(locale, messages);
  const standing = ({ place, unplaced }: Standing, { number, place: places, map }: Where, id: string): string => {
    if (unplaced) return t('moves.unplaced');
    const lane = map.lanes.find((one) => one.id === place.laneId);
    if (place.stepId !== undefined && lane) {
      const title = lane.title.trim() || canvas(`laneKind.${lane.kind}`);
      return t('moves.cell', { lane: title, number: number.get(place.stepId) ?? 0 });
    }
    const stage = map.stages.find((one) => one.id === place.stageId);
    if (stage) return t('moves.step', { stage: stage.title.trim() || names('nameless'), place: places.get(id) ?? 0 });
    return t('moves.place');
  };

  return {
    locale,
    stepName,
    nameOf,
    /** “Card ‘Calls’”. */
    whatOf: ({ difference, name }: ComparedEntry): string => {
      const record: RecordName = difference.collection === 'meta' ? 'meta' : recordNames[difference.collection];
      return record === 'meta' ? history('meta') : t('named', { what: history(record), name: nameOf(name) });
    },
    /** What a changed one said and says. */
    fieldsOf: ({ difference }: ComparedEntry): FieldLine[] => (difference.kind === 'changed' ? fieldsOf(difference) : []),
    /** Where a moved one stood and stands; what a removed one was merged into. */
    noteOf: ({ difference }: ComparedEntry): string => {
      if (difference.kind === 'removed' && difference.mergedInto !== undefined) {
        return t('merged', { name: names('name', { name: stepName(difference.mergedInto) }) });
      }
      if (difference.kind !== 'moved') return '';
      const { id, from, to } = difference;
      const [here, there] = [standing(from, was, id), standing(to, is, id)];
      return here === there ? t('moves.place') : t('moves.text', { from: here, to: there });
    },
  };
}

export type DifferenceWords = ReturnType<typeof makeDifferenceWords>;
