/**
 * What of a map stands out; all else is faded. `cards` and `touchpoints` are null where they stand out with their steps: what lies on a way
 * has no cards of its own, what a filter finds has.
 */
export type Emphasis = {
  steps: ReadonlySet<string>;
  transitions: ReadonlySet<string>;
  cards?: ReadonlySet<string> | null;
  touchpoints?: ReadonlySet<string> | null;
};

/** Whether a card stands out. */
export function isCardClear(emphasis: Emphasis | null, { id, stepId }: { id: string; stepId: string }): boolean {
  return emphasis === null || (emphasis.steps.has(stepId) && (emphasis.cards?.has(id) ?? true));
}

/** Whether a touchpoint stands out. */
export function isTouchpointClear(emphasis: Emphasis | null, { id, stepId }: { id: string; stepId: string }): boolean {
  return emphasis === null || (emphasis.steps.has(stepId) && (emphasis.touchpoints?.has(id) ?? true));
}

const common = (a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...a].filter((item) => b.has(item)));

function commonParts(a: ReadonlySet<string> | null | undefined, b: ReadonlySet<string> | null | undefined) {
  return a && b ? common(a, b) : (a ?? b ?? null);
}

/** What stands out twice: on the way that is looked at, and found by the filter. Null, for all of the map, when neither is given. */
export function emphasise(a: Emphasis | null, b: Emphasis | null): Emphasis | null {
  if (a === null || b === null) return a ?? b;
  return {
    steps: common(a.steps, b.steps),
    transitions: common(a.transitions, b.transitions),
    cards: commonParts(a.cards, b.cards),
    touchpoints: commonParts(a.touchpoints, b.touchpoints),
  };
}
