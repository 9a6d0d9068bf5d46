import { describe, expect, it } from 'vitest';
import { edgeOf, placeOfLook } from '@/components/editor/canvas/geometry/placeOfLook';
import { showBox } from '@/components/editor/canvas/geometry/viewport';
import { createHearing } from '@/components/editor/presence/hearTogether';
import { byDepartment, peopleOf } from '@/components/editor/presence/peopleOf';
import { createTogether, gatherPause, lookPause } from '@/components/editor/presence/together';
import { whereIs } from '@/components/editor/presence/whereIs';
import type { RemotePresence } from '@/components/editor/session/remotePresence';
import type { PresenceState, PresenceUser } from '@/lib/document/presence';
import { createEditorFixture, first, indexOf } from '../editorFixture';

const someone = (name: string, more: Partial<PresenceUser> = {}): PresenceUser => ({
  ...{ id: `user:${name}`, name, colour: 0, department: '', kind: 'user' },
  ...more,
});
const page = (user: PresenceUser, state: Omit<PresenceState, 'user'> = {}, clientId = 1): RemotePresence => ({
  clientId,
  user,
  state: { user, ...state },
});
const priya = someone('Priya');
const box = { x: 10, y: 20, width: 300, height: 200 };

describe('what others ask for', () => {
  const clock = () => {
    let now = 0;
    return { now: () => now, pass: (ms: number) => (now += ms) };
  };
  const look = (count: number) => ({ look: { count, at: { x: 1, y: 2 }, key: null } });

  it('is heard once, and not what was asked for before one came', () => {
    const { now, pass } = clock();
    const hear = createHearing(now);
    expect(hear([page(priya, look(3))]).looks).toEqual([]);
    pass(lookPause);
    expect(hear([page(priya, look(4))]).looks).toMatchObject([{ user: priya, at: { x: 1, y: 2 }, key: null }]);
    pass(lookPause);
    expect(hear([page(priya, look(4))]).looks).toEqual([]);
  });

  it('is over when one hears of somebody again after a connection was gone', () => {
    const { now, pass } = clock();
    const hear = createHearing(now);
    hear([page(priya, look(1))]);
    hear([]);
    pass(gatherPause);
    expect(hear([page(priya, look(2))]).looks).toEqual([]);
    pass(lookPause);
    expect(hear([page(priya, look(3))]).looks).toHaveLength(1);
  });

  it('is heard no more often than one may ask, from however many pages', () => {
    const { now, pass } = clock();
    const hear = createHearing(now);
    hear([page(priya), page(priya, {}, 2)]);
    expect(hear([page(priya, look(1)), page(priya, look(1), 2)]).looks).toHaveLength(1);
    expect(hear([page(priya, look(2))]).looks).toEqual([]);
    pass(lookPause);
    expect(hear([page(priya, look(3))]).looks).toHaveLength(1);
  });

  it('brings one along only with somebody of whom the server says that they lead', () => {
    const { now, pass } = clock();
    const hear = createHearing(now);
    const lena = someone('Lena', { leads: true });
    const summons = { summons: { count: 1, viewport: box, near: 'step:a' } };
    hear([page(priya), page(lena, {}, 2)]);
    const heard = hear([page(priya, summons), page(lena, summons, 2)]);
    expect(heard.summons).toEqual([{ user: lena, sight: { viewport: box, near: 'step:a' } }]);
    pass(gatherPause);
    expect(hear([page({ ...priya, leads: true }, summons)]).summons).toEqual([]);
  });
});

describe('what one asks for', () => {
  const make = () => {
    const told: object[] = [];
    let now = 0;
    const together = createTogether(
      { publish: (part) => told.push(part), me: { get: () => priya, subscribe: () => () => undefined } },
      () => now,
    );
    return { told, together, state: () => together.getState(), pass: (ms: number) => (now += ms) };
  };

  it('is told with a number of its own, not too often, and shown to oneself', () => {
    const { told, state, pass } = make();
    expect([state().lookHere({ at: null, key: 'card:a' }), state().lookHere({ at: null, key: 'card:b' })]).toEqual([true, false]);
    pass(lookPause);
    expect(state().lookHere({ at: { x: 1, y: 1 }, key: null })).toBe(true);
    expect(told).toEqual([
      { look: { count: 1, at: null, key: 'card:a' } },
      { look: { count: 2, at: { x: 1, y: 1 }, key: null } },
    ]);
    // One place of one person at a time.
    expect(state().looks).toMatchObject([{ user: priya, at: { x: 1, y: 1 } }]);
    state().endLook(first([...state().looks]).id);
    expect(state().looks).toEqual([]);
  });

  it('ends following when one brings everybody to oneself', () => {
    const { told, state } = make();
    state().follow('user:Lena');
    const sight = { viewport: box, near: null };
    expect([state().gather(sight), state().gather(sight), state().following]).toEqual([true, false, null]);
    expect(told).toEqual([{ summons: { count: 1, ...sight } }]);
  });
});

describe('a place that is shown', () => {
  it('is what is selected, else where the pointer or the middle of the view is', () => {
    const editor = createEditorFixture();
    editor.commands.run('lookHere');
    const step = first([...indexOf(editor.doc).steps]);
    editor.select({ type: 'step', id: step.id });
    expect(editor.press('L', { alt: true, shift: true, code: 'KeyL' })).toBe(true);
    const middle = { x: step.box.x + step.box.width / 2, y: step.box.y + step.box.height / 2 };
    expect(editor.looked).toEqual([
      { at: { x: 600, y: 400 }, key: null },
      { at: middle, key: `step:${step.id}` },
    ]);
    editor.commands.run('lookHere');
    expect(editor.said).toEqual(['looked', 'looked', 'lookedTooSoon']);
    expect(placeOfLook(indexOf(editor.doc), { at: { x: 0, y: 0 }, key: `step:${step.id}` })).toEqual(middle);
    expect(placeOfLook(indexOf(editor.doc), { at: { x: 7, y: 8 }, key: 'step:gone' })).toEqual({ x: 7, y: 8 });
  });

  it('that is not in sight has a sign at the edge, in its direction', () => {
    const size = { width: 1000, height: 600 };
    const view = { x: 0, y: 0, zoom: 1 };
    expect(edgeOf(view, size, { x: 500, y: 599 })).toBeNull();
    expect(edgeOf(view, size, { x: 5000, y: 300 })).toEqual({ at: { x: 904, y: 300 }, angle: 0 });
    expect(edgeOf(view, size, { x: 500, y: -900 })).toEqual({ at: { x: 500, y: 28 }, angle: -90 });
  });
});

describe('people who are here', () => {
  it('stand by department, those without one last', () => {
    const me = someone('Me');
    const people = peopleOf(me, [
      page(someone('Ada', { department: 'Sales' })),
      page(someone('Bo', { department: 'Billing' }), {}, 2),
      page(someone('Cy', { department: 'Sales' }), {}, 3),
    ]);
    expect(byDepartment(people).map((group) => [group.department, group.people.map(({ user }) => user.name)])).toEqual([
      ['Billing', ['Bo']],
      ['Sales', ['Ada', 'Cy']],
      ['', ['Me']],
    ]);
  });

  it('are where they type, have selected or look, also for those who see no canvas', () => {
    expect(whereIs([page(priya, { cursor: { x: 1, y: 2 }, near: 'step:a' })])).toEqual({
      type: 'point',
      x: 1,
      y: 2,
      near: 'step:a',
    });
    expect(whereIs([page(priya, { near: 'step:a' })])).toEqual({ type: 'step', id: 'a' });
    expect(whereIs([page(priya, { near: null })])).toBeNull();
  });

  it('are followed by seeing all that they see', () => {
    expect(showBox({ x: 100, y: 0, width: 1000, height: 500 }, { width: 500, height: 500 })).toEqual({
      x: -50,
      y: 125,
      zoom: 0.5,
    });
  });
});
