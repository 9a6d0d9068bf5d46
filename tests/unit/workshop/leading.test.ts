import { describe, expect, test } from 'vitest';
import { agendaOf, WorkshopScene } from './workshopScene';

describe('leading', () => {
  test('begins with one, is shared, and does not end with the one who began', () => {
    const scene = new WorkshopScene();
    expect(scene.act({ type: 'start' })).toMatchObject({ leaders: ['user:olga'], startedAt: scene.now });
    expect(() => scene.actAs('user:emil', { type: 'start' })).toThrow('workshopIsOn');
    expect(scene.actAs('user:emil', { type: 'lead' }).leaders).toEqual(['user:olga', 'user:emil']);
    const before = scene.state;
    expect(scene.actAs('user:emil', { type: 'lead' })).toEqual(before);
    expect(scene.act({ type: 'stepDown' }).leaders).toEqual(['user:emil']);
    expect(() => scene.actAs('user:emil', { type: 'stepDown' })).toThrow('workshopLastLeader');
  });

  test('needs a workshop that is on', () => {
    expect(() => new WorkshopScene().act({ type: 'lead' })).toThrow('workshopIsOver');
  });

  test('never has more leaders than can be stored', () => {
    const scene = new WorkshopScene();
    scene.act({ type: 'start' });
    for (let index = 0; index < 30; index += 1) scene.actAs(`user:${index}`, { type: 'lead' });
    expect(scene.state.leaders).toHaveLength(20);
    expect(scene.state.leaders.at(-1)).toBe('user:29');
  });

  test('leaves the agenda when it ends, and nothing else', () => {
    const scene = new WorkshopScene();
    scene.act(agendaOf('One', 'Two'), { type: 'start' }, { type: 'agenda.next', from: null, withTimer: true });
    expect(scene.act({ type: 'end' })).toMatchObject({
      leaders: [],
      startedAt: null,
      currentItemId: null,
      currentSince: null,
      agendaSince: null,
      timer: null,
    });
    expect(scene.titles).toEqual(['One', 'Two']);
    expect(scene.act({ type: 'start' }).currentItemId).toBeNull();
  });
});
