import { describe, expect, test } from 'vitest';
import { describeChanges } from '@/lib/document/activity';
import { createMapStore } from '@/lib/document/mapStore';
import { addCard, deleteCards, moveCards } from '@/lib/document/operations/cards';
import { setEmotion } from '@/lib/document/operations/emotions';
import { setMapKind } from '@/lib/document/operations/meta';
import { summarizeMap } from '@/lib/document/summary';
import { setText } from '@/lib/document/textReference';
import { emptyMap } from '@/lib/map/journeyMap';
import { openDocument } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';

describe('what changed between two states', () => {
  test('is told field by field', () => {
    const doc = openDocument(smallMap());
    const store = createMapStore(doc);
    const before = store.getSnapshot().map;
    setMapKind(doc, { kind: 'future' });
    setText(doc, { reference: { type: 'step', id: 'step1', field: 'title' }, text: 'Notices the bill' });
    setEmotion(doc, { stepId: 'step1', personaId: 'persona1', value: 1 });
    setEmotion(doc, { stepId: 'step2', personaId: 'persona2', value: null });
    moveCards(doc, { ids: ['card1'], to: { stepId: 'step2', laneId: 'lane2' } });
    deleteCards(doc, { ids: ['card2'] });
    const added = addCard(doc, { at: { stepId: 'step1', laneId: 'lane2' }, text: 'New' }) ?? '';
    const changes = describeChanges(before, store.getSnapshot().map);
    expect(changes.map(({ record, recordId, field }) => `${record} ${recordId} ${field}`).sort()).toEqual(
      [
        'meta  kind',
        'step step1 title',
        'emotion step1:persona1 value',
        'emotion step2:persona2 record',
        'card card1 pos',
        'card card2 deletedAt',
        `card ${added} record`,
      ].sort(),
    );
    const find = (field: string) => changes.find((change) => change.field === field);
    expect(find('title')).toMatchObject({ before: 'Sees the bill', after: 'Notices the bill' });
    expect(find('pos')).toMatchObject({ before: { stepId: 'step1' }, after: { stepId: 'step2' } });
    expect(find('value')).toMatchObject({ before: -0.5, after: 1 });
    expect(changes.find(({ recordId }) => recordId === added)).toMatchObject({
      before: null,
      after: { text: 'New', kind: 'note' },
    });
    expect(find('deletedAt')?.before).toBeNull();
  });

  test('is nothing when they say the same', () => {
    expect(describeChanges(smallMap(), smallMap())).toEqual([]);
  });
});

describe('the summary of a map', () => {
  test('counts what is on it', () => {
    expect(summarizeMap(smallMap())).toEqual({
      title: 'A bill that is too high',
      persona: 'Petra, 52',
      kind: 'current',
      stageCount: 2,
      stepCount: 3,
      momentCount: 1,
      cardCount: 4,
    });
  });

  test('leaves out what is deleted, moments of deleted steps too, and fits on a line', () => {
    const map = smallMap();
    map.meta.title = `One\n two ${'x'.repeat(999)}`;
    for (const step of map.steps) if (step.id === 'step2') step.deletedAt = 1;
    for (const persona of map.personas) if (persona.id === 'persona1') persona.deletedAt = 1;
    const summary = summarizeMap(map);
    expect(summary).toMatchObject({ persona: 'Max, 24', stepCount: 2, momentCount: 0, cardCount: 4 });
    expect(summary.title).toHaveLength(300);
    expect(summary.title.startsWith('One two xxx')).toBe(true);
    expect(summarizeMap(emptyMap())).toMatchObject({ title: '', persona: '', stepCount: 0 });
  });
});
