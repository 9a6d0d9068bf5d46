import { describe, expect, it, vi } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { peopleOf, personLabel } from '@/components/editor/presence/peopleOf';
import { whereIs } from '@/components/editor/presence/whereIs';
import { distinctColours } from '@/components/editor/session/distinctColours';
import { createPresenceChannel } from '@/components/editor/session/presenceChannel';
import type { PresenceUser } from '@/lib/document/presence';

const person = (id: string, name: string, department = ''): PresenceUser => ({ id, name, colour: 1, department, kind: 'guest' });
const anna = person('guest:a', 'Anna', 'Buchhaltung');
const ben = person('guest:b', 'Ben');

function pair() {
  const ours = new Awareness(new Y.Doc());
  const theirs = new Awareness(new Y.Doc());
  const channel = createPresenceChannel(ours, anna);
  const hear = () => applyAwarenessUpdate(ours, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'test');
  return { ours, theirs, channel, hear };
}

describe('presence', () => {
  it('tells about others what can be read, and keeps what did not change', async () => {
    const { ours, theirs, channel, hear } = pair();
    theirs.setLocalState({ user: ben, cursor: { x: 1, y: 2 }, selection: 'nonsense' });
    hear();
    const [first] = channel.others.get();
    expect(first).toMatchObject({ user: { ...ben, colour: 2 }, state: { cursor: { x: 1, y: 2 } } });
    expect(first?.state.selection).toBeUndefined();
    ours.setLocalStateField('cursor', null);
    expect(channel.others.get()[0]).toBe(first);
    theirs.setLocalState({ user: 'nobody' });
    hear();
    await vi.waitFor(() => expect(channel.others.get()).toEqual([]));
    channel.destroy();
    ours.destroy();
    theirs.destroy();
  });

  it('publishes parts, the last one always', async () => {
    const { ours, theirs, channel } = pair();
    for (let x = 0; x < 20; x++) channel.publish({ cursor: { x, y: 0 } });
    channel.publish({ selection: ['card:x'] });
    await vi.waitFor(() => expect(ours.getLocalState()).toEqual({ user: anna, cursor: { x: 19, y: 0 }, selection: ['card:x'] }));
    channel.destroy();
    ours.destroy();
    theirs.destroy();
  });
});

describe('people here', () => {
  const page = (clientId: number, user: PresenceUser, rest = {}) => ({ clientId, user, state: { user, ...rest } });

  it('names each person once, oneself first', () => {
    const people = peopleOf(anna, [page(1, ben), page(2, ben), page(3, anna)]);
    expect(people.map(({ user, isMe, pages }) => [user.name, isMe, pages.length])).toEqual([
      ['Anna', true, 1],
      ['Ben', false, 2],
    ]);
    expect(personLabel(anna)).toBe('Anna · Buchhaltung');
    expect(personLabel(ben)).toBe('Ben');
  });

  it('finds where somebody is', () => {
    const editing = { key: 'step:s1#notes', anchor: '', head: '' };
    expect(whereIs([page(1, ben, { editing, cursor: { x: 1, y: 1 } })])).toEqual({ type: 'step', id: 's1' });
    expect(whereIs([page(1, ben, { selection: ['card:c1'] })])).toEqual({ type: 'card', id: 'c1' });
    expect(whereIs([page(1, ben, { viewport: { x: 0, y: 0, width: 10, height: 20 } })])).toEqual({ type: 'point', x: 5, y: 10 });
    expect(whereIs([page(1, ben)])).toBeNull();
  });
});

describe('colours', () => {
  const colours = (people: Record<string, number>, count = 10) =>
    Object.fromEntries(
      distinctColours(
        Object.entries(people).map(([id, colour]) => ({ id, colour })),
        count,
      ),
    );

  it('differ while there are enough, whatever the order of coming', () => {
    expect(colours({ b: 3, a: 3 })).toEqual({ a: 3, b: 4 });
    expect(colours({ a: 9, b: 0, c: 9 })).toEqual({ a: 9, b: 0, c: 1 });
  });

  it('are shared when there are not enough', () => {
    expect(colours({ a: 0, b: 1, c: 1 }, 2)).toEqual({ a: 0, b: 1, c: 1 });
  });

  it('are given to others and to oneself alike', () => {
    const { ours, theirs, channel, hear } = pair();
    theirs.setLocalState({ user: { ...ben, colour: anna.colour } });
    hear();
    expect([channel.me.get().colour, channel.others.get()[0]?.user.colour]).toEqual([1, 2]);
    channel.destroy();
    ours.destroy();
    theirs.destroy();
  });
});
