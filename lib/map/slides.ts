import type { ArrangedMap } from './arrange';

/**
 * What a presentation of a map shows, one after another. A moment belongs to its step. `key` stays the same however the map changes around it.
 */
export type Slide =
  | { kind: 'title'; key: 'title' }
  | { kind: 'stage'; key: string; stageId: string }
  | { kind: 'step'; key: string; stageId: string; stepId: string }
  | { kind: 'moment'; key: string; stageId: string; stepId: string }
  | { kind: 'end'; key: 'end' };

/**
 * All slides of a map: its title, each stage with its steps behind it and each all-or-nothing moment behind its step, and the whole at the end.
 * Steps are for whoever wants them: `inOrder` leaves them out.
 */
export function slidesOf(map: Pick<ArrangedMap, 'stages'>): Slide[] {
  return [
    { kind: 'title', key: 'title' },
    ...map.stages.flatMap(({ id: stageId, steps }): Slide[] => [
      { kind: 'stage', key: `stage:${stageId}`, stageId },
      ...steps.flatMap(({ id: stepId, moment }): Slide[] => [
        { kind: 'step', key: `step:${stepId}`, stageId, stepId },
        ...(moment ? [{ kind: 'moment', key: `moment:${stepId}`, stageId, stepId } as const] : []),
      ]),
    ]),
    { kind: 'end', key: 'end' },
  ];
}

/** The slides that one goes through: every one, or those without the steps. */
export function inOrder(slides: readonly Slide[], withSteps: boolean): readonly Slide[] {
  return withSteps ? slides : slides.filter(({ kind }) => kind !== 'step');
}

/**
 * Where one goes from a slide: to the next or the previous one, or into a stage and out of it again. On a step one stays among steps only as
 * long as one goes down or up. Null where there is nothing that way.
 */
export function slideFrom(
  slides: readonly Slide[],
  current: Slide,
  way: 'next' | 'previous' | 'down' | 'up',
  withSteps: boolean,
): Slide | null {
  const place = slides.findIndex(({ key }) => key === current.key);
  const isShown = (slide: Slide): boolean => withSteps || slide.kind !== 'step';
  const behind = slides.slice(place + 1);
  const before = slides.slice(0, Math.max(0, place)).reverse();
  const stageId = 'stageId' in current ? current.stageId : null;
  const isOfStage = (slide: Slide): boolean => 'stageId' in slide && slide.stageId === stageId;
  switch (way) {
    case 'next':
      return behind.find(isShown) ?? null;
    case 'previous':
      return before.find(isShown) ?? null;
    case 'down':
      return behind.find((slide) => isOfStage(slide) && slide.kind === 'step') ?? null;
    case 'up':
      return (
        before.find((slide) => isOfStage(slide) && slide.kind === 'step') ??
        before.find((slide) => isOfStage(slide) && slide.kind === 'stage') ??
        null
      );
  }
}

/** The slide of a key in a map that others may have changed meanwhile: it, else the last one before it that is still there. */
export function findSlide(slides: readonly Slide[], key: string, known: readonly Slide[]): Slide {
  const place = known.findIndex((slide) => slide.key === key);
  const candidates = [
    key,
    ...known
      .slice(0, Math.max(0, place))
      .map((slide) => slide.key)
      .reverse(),
  ];
  const found = candidates.map((wanted) => slides.find((slide) => slide.key === wanted)).find((slide) => slide !== undefined);
  return found ?? { kind: 'title', key: 'title' };
}
