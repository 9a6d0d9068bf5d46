'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { type CommentTarget, commentTargetKey, toInnerQuotes, toSubject } from '@/lib/comments/commentTarget';
import type { ArrangedMap } from '@/lib/map/arrange';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { arrangeOnce, useEditor } from '../session/EditorContext';

/** What a record says now, and whether it was deleted. */
type TargetRecord = { words: string; isDeleted: boolean };

const known = new WeakMap<JourneyMap, ReadonlyMap<string, TargetRecord>>();

/** Every record that can be talked about, by `commentTargetKey`; made once for a state of the map. */
export function targetRecords(map: JourneyMap): ReadonlyMap<string, TargetRecord> {
  const found = known.get(map);
  if (found) return found;
  const records = new Map<string, TargetRecord>();
  const take = (type: string, id: string, words: string, deletedAt: number | undefined): void => {
    records.set(`${type}:${id}`, { words, isDeleted: deletedAt !== undefined });
  };
  for (const { id, title, deletedAt } of map.stages) take('stage', id, title, deletedAt);
  for (const { id, title, deletedAt } of map.steps) take('step', id, title, deletedAt);
  for (const { id, title, deletedAt } of map.lanes) take('lane', id, title, deletedAt);
  for (const { id, text, deletedAt } of map.cards) take('card', id, text, deletedAt);
  for (const { id, label, deletedAt } of map.transitions) take('transition', id, label, deletedAt);
  known.set(map, records);
  return records;
}

/** How a target is called: “Step 5”, and its words; `isDeleted` when it is not on the map any more. */
export type TargetName = { kind: string; words: string; full: string; isDeleted: boolean };

function useTargetWords() {
  const t = useTranslations('comments.target');
  const kinds = useTranslations('canvas.laneKind');
  const transitions = useTranslations('editor.inspector.transitionKinds');
  return { t, kinds, transitions };
}

type Words = ReturnType<typeof useTargetWords>;

function nameOf(target: CommentTarget, subject: string, map: JourneyMap, arranged: ArrangedMap, words: Words): TargetName {
  const { t } = words;
  if (target.type === 'map') return { kind: t('map'), words: '', full: t('map'), isDeleted: false };
  const record = targetRecords(map).get(commentTargetKey(target));
  const step = target.type === 'step' ? arranged.steps.find(({ id }) => id === target.id) : undefined;
  const kind = step ? t('step', { number: step.number }) : target.type === 'step' ? t('stepPlain') : t(target.type);
  const said = toSubject(record?.words ?? '') || subject || defaultWords(target, map, words);
  return {
    kind,
    words: said,
    full: said === '' ? kind : t('named', { kind, name: toInnerQuotes(said) }),
    isDeleted: record?.isDeleted ?? true,
  };
}

/** Lanes and transitions without words of their own are called by their kind. */
function defaultWords(target: CommentTarget, map: JourneyMap, { kinds, transitions }: Words): string {
  if (target.type === 'lane') {
    const lane = map.lanes.find(({ id }) => id === target.id);
    return lane ? kinds(lane.kind) : '';
  }
  if (target.type !== 'transition') return '';
  const transition = map.transitions.find(({ id }) => id === target.id);
  return transition ? transitions(transition.kind) : '';
}

/** Names targets as they are called on the map when it is asked; `subject`: what they said once, for those that the map has forgotten. */
export function useTargetNames(): (target: CommentTarget, subject?: string) => TargetName {
  const { session } = useEditor();
  const { t, kinds, transitions } = useTargetWords();
  return useCallback(
    (target, subject = '') => {
      const { map } = session.map.getSnapshot();
      return nameOf(target, subject, map, arrangeOnce(map), { t, kinds, transitions });
    },
    [session, t, kinds, transitions],
  );
}
