import { describe, expect, test } from 'vitest';
import { arrange } from '@/lib/map/arrange';
import { findSlide, inOrder, type Slide, slideFrom, slidesOf } from '@/lib/map/slides';
import { mapBuilder, smallMap } from '@/tests/builders/map';

const keysOf = (slides: readonly Slide[]): string[] => slides.map(({ key }) => key);
const slides = slidesOf(arrange(smallMap()));
const at = (key: string): Slide => slides.find((slide) => slide.key === key) ?? { kind: 'title', key: 'title' };

describe('the slides of a map', () => {
  test('are its title, its stages with their steps and moments, and the whole', () => {
    expect(keysOf(slides)).toEqual([
      'title',
      ...['stage:stage1', 'step:step1'],
      ...['stage:stage2', 'step:step2', 'moment:step2', 'step:step3'],
      'end',
    ]);
    expect(keysOf(inOrder(slides, false))).toEqual(['title', 'stage:stage1', 'stage:stage2', 'moment:step2', 'end']);
    expect(inOrder(slides, true)).toBe(slides);
  });

  test('of an empty map are its title and the whole', () => {
    expect(keysOf(slidesOf(arrange(mapBuilder().toMap())))).toEqual(['title', 'end']);
  });

  test('leave out what was deleted, and keep steps without a stage', () => {
    const draft = mapBuilder();
    const stage = draft.addStage('Stage');
    draft.addStep(stage, 'gone', { deletedAt: 1 });
    draft.addStep('nosuch', 'homeless');
    expect(keysOf(slidesOf(arrange(draft.toMap())))).toEqual(['title', 'stage:stage1', 'stage:unplaced', 'step:step2', 'end']);
  });
});

describe('going from slide to slide', () => {
  test('leads through all of them and back, with the steps or without', () => {
    for (const withSteps of [true, false]) {
      const ordered = inOrder(slides, withSteps);
      for (const [place, slide] of ordered.entries()) {
        expect(slideFrom(slides, slide, 'next', withSteps)).toEqual(ordered[place + 1] ?? null);
        expect(slideFrom(slides, slide, 'previous', withSteps)).toEqual(ordered[place - 1] ?? null);
      }
    }
  });

  test('goes down into a stage, along its steps, and up out of it', () => {
    expect(slideFrom(slides, at('stage:stage2'), 'down', false)?.key).toBe('step:step2');
    expect(slideFrom(slides, at('step:step2'), 'down', false)?.key).toBe('step:step3');
    expect(slideFrom(slides, at('step:step3'), 'down', false)).toBeNull();
    expect(slideFrom(slides, at('moment:step2'), 'up', false)?.key).toBe('step:step2');
    expect(slideFrom(slides, at('step:step2'), 'up', false)?.key).toBe('stage:stage2');
    for (const key of ['title', 'end', 'stage:stage1']) expect(slideFrom(slides, at(key), 'up', false)).toBeNull();
    expect(slideFrom(slides, at('title'), 'down', false)).toBeNull();
  });

  test('goes on from a step to what comes behind it', () => {
    expect(slideFrom(slides, at('step:step2'), 'next', false)?.key).toBe('moment:step2');
    expect(slideFrom(slides, at('step:step3'), 'next', false)?.key).toBe('end');
    expect(slideFrom(slides, at('step:step3'), 'previous', false)?.key).toBe('moment:step2');
  });
});

test('a slide that somebody removes gives way to the last one before it', () => {
  const without = slides.filter(({ key }) => !key.endsWith('step2'));
  expect(findSlide(without, 'moment:step2', slides).key).toBe('stage:stage2');
  expect(findSlide(without, 'step:step3', slides).key).toBe('step:step3');
  expect(findSlide([], 'step:step3', slides).key).toBe('title');
  expect(findSlide(slides, 'nosuch', slides).key).toBe('title');
});
