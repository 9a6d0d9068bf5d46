import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { asSeenFrom } from '@/lib/document/future/asSeenFrom';
import { listCurrentChanges } from '@/lib/document/future/listCurrentChanges';
import { matchReasons } from '@/lib/document/future/matchReasons';
import { addCard } from '@/lib/document/operations/cards';
import { setEmotion } from '@/lib/document/operations/emotions';
import { mergeSteps } from '@/lib/document/operations/mergeSteps';
import { addReason } from '@/lib/document/operations/reasons';
import { addStep, deleteStep } from '@/lib/document/operations/steps';
import { readMap } from '@/lib/document/readMap';
import { setText } from '@/lib/document/textReference';
import { diffMaps } from '@/lib/map/diff/diffMaps';
import { summariseDiff } from '@/lib/map/diff/summariseDiff';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { Differing } from '@/lib/map/reason';
import { openDocument } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';

const base = smallMap();
const [notice = '', call = '', retell = ''] = base.steps.map(({ id }) => id);
const petra = base.personas[0]?.id ?? '';
const lane = base.lanes[0]?.id ?? '';

const read = (doc: Y.Doc): JourneyMap => readMap(doc).map;
const match = (doc: Y.Doc) => {
  const future = read(doc);
  return matchReasons(future, diffMaps(base, asSeenFrom(base, future)));
};
const openOf = (doc: Y.Doc): string[] => match(doc).open.map(({ kind, collection, id }) => `${kind} ${collection} ${id}`);
const give = (doc: Y.Doc, collection: Differing['collection'], id: string, text = 'because') =>
  addReason(doc, { about: { collection, id }, text }) ?? '';

describe('reasons beside differences', () => {
  test('what came with a step, or follows from its going, needs none of its own', () => {
    const doc = openDocument(base);
    const step = addStep(doc, { at: { after: call }, title: 'Is called back' }) ?? '';
    addCard(doc, { at: { stepId: step, laneId: lane }, text: 'Picks up' });
    deleteStep(doc, { id: retell });
    deleteStep(doc, { id: notice });
    expect(openOf(doc)).toEqual([`added steps ${step}`, `removed steps ${notice}`, `removed steps ${retell}`].sort());
    give(doc, 'steps', step);
    give(doc, 'steps', notice, '');
    expect(openOf(doc)).toEqual([`removed steps ${notice}`, `removed steps ${retell}`].sort());
    const matched = match(doc);
    const added = diffMaps(base, read(doc)).differences.filter(
      ({ kind, collection }) => kind === 'added' && collection === 'cards',
    );
    expect(added.map(matched.hasReason)).toEqual([true]);
    expect(matched.of({ collection: 'steps', id: notice })).toHaveLength(1);
  });

  test('those for what does not differ are told, and those of merged steps count for what stands for them', () => {
    const doc = openDocument(base);
    const step = addStep(doc, { at: { after: retell }, title: 'Waits' }) ?? '';
    setEmotion(doc, { stepId: step, personaId: petra, value: 1 });
    const [whole, feeling, idle] = [
      give(doc, 'steps', step),
      give(doc, 'emotions', `${step}:${petra}`),
      give(doc, 'lanes', lane),
    ];
    mergeSteps(doc, { ids: [retell, step] });
    const matched = match(doc);
    expect(matched.of({ collection: 'steps', id: retell }).map(({ id }) => id)).toEqual([whole]);
    expect(matched.of({ collection: 'emotions', id: `${retell}:${petra}` }).map(({ id }) => id)).toEqual([feeling]);
    expect(matched.idle.map(({ id }) => id)).toEqual([idle]);
    expect(matched.open).toEqual([]);
  });

  test('a step of the baseline that was merged keeps its own, as its going is what differs', () => {
    const doc = openDocument(base);
    mergeSteps(doc, { ids: [call, retell] });
    const id = give(doc, 'steps', retell);
    expect(match(doc).of({ collection: 'steps', id: retell })).toMatchObject([{ id }]);
    expect(openOf(doc)).not.toContain(`removed steps ${retell}`);
  });

  test('are no change of the current state, and differences only between states of one map', () => {
    const doc = openDocument(base);
    setText(doc, { reference: { type: 'step', id: call, field: 'title' }, text: 'Need not call' });
    const reason = give(doc, 'steps', call, 'Nobody wants to call');
    const future = read(doc);
    expect(listCurrentChanges({ base, current: future, future: base }).map(({ key }) => key)).toEqual([`changed steps ${call}`]);
    const diff = diffMaps(base, future);
    expect(diff.differences.map(({ collection, id }) => `${collection} ${id}`)).toContain(`reasons ${reason}`);
    expect(summariseDiff(diff, base, future).at(-1)).toMatchObject({
      what: 'reason',
      kind: 'added',
      targets: [{ name: { text: 'Nobody wants to call' } }],
    });
  });
});
