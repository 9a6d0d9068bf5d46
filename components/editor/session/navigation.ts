import type { Box } from '@/lib/map/layout/types';
import type { CommandContext, CommandRunner } from '../commands/command';
import type { MapReference } from '../reference';

/**
 * Where to go on the map: something on it, or a point in the map's coordinates (pixels at 100 %); `near` is the key of the step there, for
 * views that know no coordinates.
 */
export type NavigationTarget = MapReference | { type: 'point'; x: number; y: number; near?: string | null };

/** What is in sight: a part of the map where there is a canvas, and the key of the step in its middle. */
export type Sight = { viewport: Box | null; near: string | null };

/** What the canvas can do for the parts around it. */
export type CanvasPort = {
  /** Brings the target into sight, calmly; people who prefer less motion get a jump. */
  goTo(target: NavigationTarget): void;
  /** Shows what somebody else sees, or what was in sight before. Returns whether it could. */
  show(sight: Sight): boolean;
  /** What is in sight now; null when nothing is. */
  sight(): Sight | null;
  /** Asks for the step to which a transition from this one leads. */
  connectStep(stepId: string): void;
  /** Acts on the map as a command does, for the buttons of panels. */
  perform(act: (context: CommandContext) => void): void;
  /** The cell under a point of the window, or null. */
  cellAt(clientX: number, clientY: number): { stepId: string; laneId: string } | null;
  /** Whether a command makes sense now, and performing it, with the keyboard back on the map. */
  commands: Pick<CommandRunner, 'can' | 'run'>;
  /** Puts the keyboard on the map: on what is selected, else on the map itself. */
  focus(): void;
};

/** Lets panels and the top bar reach the canvas without knowing it. Does nothing while no canvas is there. */
export type Navigation = CanvasPort & {
  /** The canvas calls this once it can. Returns what ends it. */
  connect(port: CanvasPort): () => void;
  /** Calls `act` once, as soon as a canvas is there: now, if one is. */
  whenThere(act: () => void): void;
};

/** A navigation without a canvas yet. */
export function createNavigation(): Navigation {
  let canvas: CanvasPort | null = null;
  let waiting: (() => void)[] = [];
  return {
    goTo: (target) => canvas?.goTo(target),
    show: (sight) => canvas?.show(sight) ?? false,
    sight: () => canvas?.sight() ?? null,
    connectStep: (stepId) => canvas?.connectStep(stepId),
    perform: (act) => canvas?.perform(act),
    cellAt: (clientX, clientY) => canvas?.cellAt(clientX, clientY) ?? null,
    commands: {
      can: (id) => canvas?.commands.can(id) ?? false,
      run: (id) => canvas?.commands.run(id) ?? false,
    },
    focus: () => canvas?.focus(),
    connect(port) {
      canvas = port;
      const acts = waiting;
      waiting = [];
      for (const act of acts) act();
      return () => {
        if (canvas === port) canvas = null;
      };
    },
    whenThere(act) {
      if (canvas) act();
      else waiting.push(act);
    },
  };
}
