import { expect, it } from 'vitest';
import { endGesture } from '@/components/editor/canvas/interaction/endGesture';
import { cardsIn, createEditorFixture, indexOf, serviceCall } from '../editorFixture';

it.each([
  [true, 'goes where it is dropped'],
  [false, 'goes nowhere when meanwhile nothing may be written, as over a version that is shown'],
])('what is dragged (may write: %s) %s', (canWrite) => {
  const doc = serviceCall();
  const editor = createEditorFixture({ doc, canWrite });
  const [first = '', last = ''] = cardsIn(doc, 1, 0);
  const { map } = indexOf(doc);
  const [stepId, laneId] = [map.steps[0]?.id ?? '', map.lanes[0]?.id ?? ''];
  const grabbed = { type: 'card', id: last } as const;
  const marker = { x: 0, y: 0, width: 0, height: 0 };
  const drop = { type: 'cards', stepId, laneId, beforeId: first, marker } as const;
  endGesture(
    editor.context(),
    { type: 'drag', items: [grabbed], grabbed, from: { x: 0, y: 0 }, at: { x: 1, y: 1 }, drop },
    false,
  );
  expect(cardsIn(doc, 1, 0).slice(0, 2)).toEqual(canWrite ? [last, first] : [first, last]);
  expect(editor.said).toEqual(canWrite ? ['dropped'] : []);
});
