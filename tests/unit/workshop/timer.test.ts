import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workshopActionSchema } from '@/lib/workshop/action';
import { isOver, timeLeft } from '@/lib/workshop/timer';
import { timerText } from '@/lib/workshop/timerText';
import { WorkshopScene } from './workshopScene';

function running(seconds = 300) {
  const scene = new WorkshopScene();
  scene.act({ type: 'start' }, { type: 'timer.start', seconds });
  const timer = () => {
    if (!scene.state.timer) throw new Error('there is a timer');
    return scene.state.timer;
  };
  return { scene, timer, left: () => timeLeft(timer(), scene.now) / 1_000 };
}

describe('the timer', () => {
  test('runs by the clock, and not below nothing', () => {
    const { scene, timer, left } = running();
    scene.now += 61_000;
    expect(left()).toBe(239);
    scene.now += 1_000_000;
    expect(left()).toBe(0);
    expect(isOver(timer(), scene.now)).toBe(true);
  });

  test('stands while it is paused, and goes on from there', () => {
    const { scene, timer, left } = running();
    scene.now += 60_000;
    const { id } = timer();
    scene.act({ type: 'timer.pause', id });
    scene.now += 3_600_000;
    expect(left()).toBe(240);
    expect(isOver(timer(), scene.now)).toBe(false);
    scene.act({ type: 'timer.resume', id });
    scene.now += 40_000;
    expect(left()).toBe(200);
  });

  test('has a minute more while it runs, while it is paused, and when it is over: then it ends once more, as another one', () => {
    const { scene, timer, left } = running();
    const { id } = timer();
    scene.act({ type: 'timer.add', id, seconds: 60 });
    expect([left(), timer().total, timer().id]).toEqual([360, 360_000, id]);
    scene.act({ type: 'timer.pause', id }, { type: 'timer.add', id, seconds: 60 });
    expect([left(), timer().endsAt]).toEqual([420, null]);
    scene.act({ type: 'timer.resume', id });
    scene.now += 500_000;
    scene.act({ type: 'timer.add', id, seconds: 60 });
    expect(left()).toBe(60);
    expect(timer().id).not.toBe(id);
  });

  test('is never shorter than it may be, so that what is stored can be read', () => {
    const { scene, timer, left } = running();
    scene.now += 500_000;
    scene.act({ type: 'timer.add', id: timer().id, seconds: 1 });
    expect([left(), timer().total]).toEqual([5, 5_000]);
  });

  test('is never longer than it may be', () => {
    const { scene, timer, left } = running(8 * 60 * 60);
    scene.act({ type: 'timer.add', id: timer().id, seconds: 60 });
    expect(left()).toBe(8 * 60 * 60);
    for (const seconds of [4, 28_801, -1, 1.5, '60'])
      expect(workshopActionSchema.safeParse({ type: 'timer.start', seconds }).success).toBe(false);
  });

  test('is left alone by what was meant for one that is gone, and by what is so already', () => {
    const { scene, timer } = running();
    const first = timer().id;
    scene.act({ type: 'timer.start', seconds: 60 });
    const before = scene.state;
    for (const type of ['timer.pause', 'timer.resume', 'timer.stop'] as const) scene.act({ type, id: first });
    scene.act({ type: 'timer.add', id: first, seconds: 60 }, { type: 'timer.resume', id: timer().id });
    expect(scene.state).toEqual(before);
    expect(scene.act({ type: 'timer.stop', id: timer().id }).timer).toBeNull();
  });

  test('cannot be paused when it is over', () => {
    const { scene, timer } = running();
    scene.now += 301_000;
    scene.act({ type: 'timer.pause', id: timer().id });
    expect(timer().endsAt).not.toBeNull();
  });

  test('needs a workshop', () => {
    expect(() => new WorkshopScene().act({ type: 'timer.start', seconds: 60 })).toThrow('workshopIsOver');
  });

  test('loses no time by being paused and resumed, however often', () => {
    const press = fc.tuple(fc.constantFrom('timer.pause' as const, 'timer.resume' as const), fc.nat(20_000));
    fc.assert(
      fc.property(fc.array(press), (presses) => {
        const { scene, timer } = running();
        let ran = 0;
        for (const [type, wait] of presses) {
          scene.act({ type, id: timer().id });
          if (timer().endsAt !== null) ran += wait;
          scene.now += wait;
        }
        expect(timeLeft(timer(), scene.now)).toBe(Math.max(0, 300_000 - ran));
      }),
    );
  });
});

test('what is left is read as minutes and seconds, and 0:00 only when it is over', () => {
  const texts = [0, 1, 1_000, 59_001, 60_000, 605_000, 3_600_000, 28_800_000].map(timerText);
  expect(texts).toEqual(['0:00', '0:01', '0:01', '1:00', '1:00', '10:05', '1:00:00', '8:00:00']);
});
