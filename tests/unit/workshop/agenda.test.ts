import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workshopActionSchema } from '@/lib/workshop/action';
import { agendaOf, WorkshopScene } from './workshopScene';

function prepared(...titles: string[]): WorkshopScene {
  const scene = new WorkshopScene();
  scene.act(agendaOf(...titles));
  return scene;
}

describe('arranging the agenda', () => {
  test('adds at the beginning, behind an item, and at the end when that one is gone', () => {
    const scene = prepared('One', 'Two');
    const item = (title: string) => ({ title, minutes: 5, notes: '' });
    scene.act({ type: 'agenda.add', item: item('Zero'), afterId: null });
    scene.act({ type: 'agenda.add', item: item('One and a half'), afterId: scene.idOf('One') });
    scene.act({ type: 'agenda.add', item: item('Last'), afterId: 'gone' });
    expect(scene.titles).toEqual(['Zero', 'One', 'One and a half', 'Two', 'Last']);
  });

  test('has an end', () => {
    const scene = prepared(...Array.from({ length: 40 }, (_, index) => `${index}`));
    const one = { title: 'one more', minutes: 5, notes: '' };
    expect(() => scene.act({ type: 'agenda.add', item: one, afterId: null })).toThrow('workshopAgendaFull');
  });

  test('changes what is said and nothing else', () => {
    const scene = prepared('One', 'Two');
    const id = scene.idOf('One');
    scene.act({ type: 'agenda.change', id, minutes: 25 }, { type: 'agenda.change', id, notes: 'Quietly.' });
    expect(scene.state.agenda[0]).toEqual({ id, title: 'One', minutes: 25, notes: 'Quietly.' });
  });

  test('moves behind another, to the beginning, and stays whole in any order of moves', () => {
    const scene = prepared('A', 'B', 'C', 'D');
    scene.act({ type: 'agenda.move', id: scene.idOf('D'), afterId: scene.idOf('A') });
    expect(scene.titles).toEqual(['A', 'D', 'B', 'C']);
    scene.act({ type: 'agenda.move', id: scene.idOf('C'), afterId: null });
    expect(scene.titles).toEqual(['C', 'A', 'D', 'B']);
    const title = fc.constantFrom('A', 'B', 'C', 'D', 'gone');
    fc.assert(
      fc.property(fc.array(fc.tuple(title, fc.option(title))), (moves) => {
        for (const [moved, after] of moves) {
          const afterId = after === null ? null : scene.idOf(after) || 'gone';
          scene.act({ type: 'agenda.move', id: scene.idOf(moved) || 'gone', afterId });
        }
        expect([...scene.titles].sort()).toEqual(['A', 'B', 'C', 'D']);
      }),
    );
  });

  test('what concerns an item that is gone, or is so already, is the same state', () => {
    const scene = prepared('A', 'B');
    const before = scene.state;
    const a = scene.idOf('A');
    scene.act(
      { type: 'agenda.move', id: 'gone', afterId: null },
      { type: 'agenda.move', id: a, afterId: null },
      { type: 'agenda.move', id: a, afterId: a },
      { type: 'agenda.remove', id: 'gone' },
      { type: 'agenda.change', id: 'gone', title: 'x' },
    );
    expect(scene.state).toEqual(before);
  });

  test('takes titles and notes for text without what no database keeps', () => {
    const parsed = workshopActionSchema.parse({
      type: 'agenda.set',
      items: [{ title: '  a\u0000b\nc\ud800 ', minutes: 5, notes: 'x\r\ny\u0007' }],
    });
    expect(parsed).toMatchObject({ items: [{ title: 'ab c', notes: 'x\ny' }] });
    for (const minutes of [0, 481, 1.5, '5', null]) {
      expect(workshopActionSchema.safeParse({ type: 'agenda.change', id: 'a', minutes }).success).toBe(false);
    }
  });
});

describe('going through the agenda', () => {
  const next = (scene: WorkshopScene, withTimer = false) => {
    scene.act({ type: 'agenda.next', from: scene.state.currentItemId, withTimer });
    return scene.state.agenda.find(({ id }) => id === scene.state.currentItemId)?.title;
  };

  test('begins with the first, goes on to the last, and back', () => {
    const scene = prepared('A', 'B');
    scene.act({ type: 'start' });
    expect([next(scene), next(scene), next(scene)]).toEqual(['A', 'B', 'B']);
    scene.act({ type: 'agenda.previous', from: scene.idOf('B'), withTimer: false });
    expect(scene.state.currentItemId).toBe(scene.idOf('A'));
    scene.act({ type: 'agenda.previous', from: scene.idOf('A'), withTimer: false });
    expect(scene.state.currentItemId).toBe(scene.idOf('A'));
  });

  test('goes on by one when two leaders press at once', () => {
    const scene = prepared('A', 'B', 'C');
    scene.act({ type: 'start' });
    next(scene);
    const from = scene.idOf('A');
    scene.act({ type: 'agenda.next', from, withTimer: false });
    scene.actAs('user:emil', { type: 'agenda.next', from, withTimer: false });
    expect(scene.state.currentItemId).toBe(scene.idOf('B'));
  });

  test('starts the timer with the item’s minutes where that is wanted, and leaves none of the item before', () => {
    const scene = prepared('A', 'B');
    scene.act({ type: 'start' });
    next(scene, true);
    expect(scene.state.timer).toMatchObject({ total: 600_000, left: 600_000, endsAt: scene.now + 600_000 });
    next(scene, false);
    expect(scene.state.timer).toBeNull();
  });

  test('remembers when the first and the current one were begun', () => {
    const scene = prepared('A', 'B');
    scene.act({ type: 'start' });
    const begun = scene.now;
    next(scene);
    scene.now += 60_000;
    next(scene);
    expect(scene.state).toMatchObject({ agendaSince: begun, currentSince: scene.now });
  });

  test('keeps the current item when others are moved, and does not let it be removed', () => {
    const scene = prepared('A', 'B', 'C');
    scene.act({ type: 'start' });
    next(scene);
    scene.act({ type: 'agenda.move', id: scene.idOf('A'), afterId: scene.idOf('B') });
    expect(() => scene.act({ type: 'agenda.remove', id: scene.idOf('A') })).toThrow('workshopItemIsOn');
    scene.act({ type: 'agenda.remove', id: scene.idOf('B') });
    expect(next(scene)).toBe('C');
  });

  test('is only possible while a workshop is on', () => {
    const scene = prepared('A');
    expect(() => next(scene)).toThrow('workshopIsOver');
  });
});
