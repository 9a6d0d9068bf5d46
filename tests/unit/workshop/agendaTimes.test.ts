import { describe, expect, test } from 'vitest';
import { locales } from '@/lib/i18n/locale';
import { workshopActionSchema } from '@/lib/workshop/action';
import { listAgendaTemplates } from '@/lib/workshop/agendaTemplates';
import { clockMinutes, timeAgenda } from '@/lib/workshop/agendaTimes';
import { agendaOf, WorkshopScene } from './workshopScene';

const minute = 60_000;

test('the length of a range of the clock is what its two times say', () => {
  const at = (hours: number, minutes: number, seconds: number) => ((hours * 60 + minutes) * 60 + seconds) * 1_000;
  // 10:19–12:23, whatever the seconds are.
  expect(clockMinutes(at(10, 19, 50), at(12, 23, 10))).toBe(124);
  expect(clockMinutes(at(10, 19, 10), at(12, 23, 50))).toBe(124);
});

describe('the times of an agenda', () => {
  const scene = () => {
    const made = new WorkshopScene();
    made.act(agendaOf('A', 'B', 'C'));
    const go = () => made.act({ type: 'agenda.next', from: made.state.currentItemId, withTimer: false });
    const times = () => {
      const { items, ...rest } = timeAgenda(made.state, made.now);
      return {
        ...rest,
        from: items.map(({ from }) => from / minute),
        standing: items.map(({ standing }) => standing.slice(0, 2)).join(' '),
      };
    };
    return { made, go, times };
  };

  test('count from the beginning while no workshop is on', () => {
    const { times } = scene();
    expect(times()).toEqual({
      from: [0, 10, 20],
      standing: 'co co co',
      isClock: false,
      total: 30 * minute,
      current: 0,
      behind: null,
    });
  });

  test('count from now until the first item begins', () => {
    const { made, times } = scene();
    made.now = 100 * minute;
    made.act({ type: 'start' });
    made.now += 7 * minute;
    expect(times()).toMatchObject({ from: [107, 117, 127], isClock: true, behind: null });
  });

  test('say how far one is behind: what runs over moves what comes, minute by minute', () => {
    const { made, go, times } = scene();
    made.now = 100 * minute;
    made.act({ type: 'start' });
    go();
    made.now += 4 * minute;
    expect(times()).toMatchObject({ from: [100, 110, 120], standing: 'cu co co', current: 1, behind: 0 });
    made.now += 9 * minute;
    expect(times()).toMatchObject({ from: [100, 113, 123], behind: 3 * minute });
    go();
    expect(times()).toMatchObject({ from: [100, 113, 123], standing: 'pa cu co', current: 2, behind: 3 * minute });
  });

  test('say how far one is ahead', () => {
    const { made, go, times } = scene();
    made.now = 100 * minute;
    made.act({ type: 'start' });
    go();
    made.now += 6 * minute;
    go();
    expect(times()).toMatchObject({ from: [100, 106, 116], behind: -4 * minute });
  });

  test('of none are nothing', () => {
    expect(timeAgenda(new WorkshopScene().state, 5)).toMatchObject({ items: [], total: 0, behind: null });
  });
});

describe('the templates', () => {
  test.each(locales)('%s: can be taken over as they are, take two hours and a day', (locale) => {
    const sums = listAgendaTemplates(locale).map(({ id, items }) => {
      expect(workshopActionSchema.safeParse({ type: 'agenda.set', items }).error).toBeUndefined();
      expect(items.every(({ title }) => title.trim() !== '')).toBe(true);
      return [id, items.reduce((sum, { minutes }) => sum + minutes, 0)];
    });
    expect(sums).toEqual([
      ['twoHours', 120],
      ['day', 390],
    ]);
  });

  test('the day keeps the minutes of its source', () => {
    const day = listAgendaTemplates('en').find(({ id }) => id === 'day')?.items ?? [];
    const minutesOf = (...titles: string[]) => titles.map((title) => day.find((item) => item.title.startsWith(title))?.minutes);
    expect(minutesOf('Share what', 'Steps', 'Interactions', 'Saying', 'Emotions')).toEqual([20, 25, 15, 15, 15]);
    expect(minutesOf('Pain', 'Vote', 'Write out', 'Share the')).toEqual([15, 10, 25, 25]);
    expect(minutesOf('Future', 'Actions', 'Wrap')).toEqual([30, 30, 15]);
  });
});
