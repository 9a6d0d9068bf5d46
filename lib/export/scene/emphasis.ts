import { isCardClear, isTouchpointClear } from '@/lib/map/emphasis';
import { type CardColour, cardBorders, type Scheme } from '@/lib/map/layout/palette';
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

/** The same, with all colours near the ground: for what somebody does not look at. */
export function faded(context: SceneContext): SceneContext {
  const fade = (colour: string) => mixColours(colour, context.ground, fadedPart);
  return { ...context, colour: (name) => fade(context.colour(name)), border: (name) => fade(context.border(name)) };
}

/** The context for a step: faded when something is looked at to which it does not belong. */
export function contextAt(context: SceneContext, stepId: string): SceneContext {
  return context.emphasis === null || context.emphasis.steps.has(stepId) ? context : faded(context);
}

/** The context for a card. */
export function contextOfCard(context: SceneContext, card: { id: string; stepId: string }): SceneContext {
  return isCardClear(context.emphasis, card) ? context : faded(context);
}

/** The context for a touchpoint. */
export function contextOfTouchpoint(context: SceneContext, touchpoint: { id: string; stepId: string }): SceneContext {
  return isTouchpointClear(context.emphasis, touchpoint) ? context : faded(context);
}
