import { type CardColour, cardBorders, type Scheme } from '@/lib/map/layout/palette';
import type { OnWay } from '@/lib/map/ways/onWay';
import type { SceneContext } from './context';

/** How near to the ground the colours of what is faded come, 0–1. */
const fadedPart = 0.76;

/** A colour between two, `part` of the way from the first to the second; all are `#rrggbb`. */
export function mixColours(from: string, to: string, part: number): string {
  const channel = (at: number) => {
    const [a, b] = [from, to].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round((a ?? 0) + ((b ?? 0) - (a ?? 0)) * part)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** The hairline around a card of a colour, as it is in a scheme. */
export const plainBorder =
  (scheme: Scheme) =>
  (name: CardColour): string =>
    cardBorders[name][scheme];

/** The same, with all colours near the ground: for what is not on the way that somebody looks at. */
export function faded(context: SceneContext): SceneContext {
  const fade = (colour: string) => mixColours(colour, context.ground, fadedPart);
  return { ...context, colour: (name) => fade(context.colour(name)), border: (name) => fade(context.border(name)) };
}

/** The context for something at a step: faded when a way is looked at on which the step does not lie. */
export function contextAt(context: SceneContext, stepId: string): SceneContext {
  return isOn(context.onWay, stepId) ? context : faded(context);
}

const isOn = (onWay: OnWay | null, stepId: string): boolean => onWay === null || onWay.steps.has(stepId);
