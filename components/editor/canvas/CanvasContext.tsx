'use client';

import { createContext, type ReactNode, type RefObject, useContext } from 'react';
import type { Emphasis } from '@/lib/map/emphasis';
import type { Point } from '@/lib/map/layout/types';
import type { CommandContext, CommandRunner } from '../commands/command';
import type { Readable, Writable } from '../session/readable';
import { useReadable } from '../session/useReadable';
import type { StructureQuestion } from '../structure/question';
import type { PastedTableStore } from '../table/pastedTable';
import type { CanvasView } from './canvasView';
import type { MapIndex } from './geometry/mapIndex';
import type { GestureStore } from './gestures';
import type { CanvasClipboard } from './interaction/createClipboard';

/** What the parts of the canvas share. Stable for the life of the canvas, so it never makes anything render again. */
export type Canvas = {
  /** The newest layout and its map. */
  index: Readable<MapIndex>;
  view: CanvasView;
  gestures: GestureStore;
  /** What lies on the highlighted way, and what the filter finds; null when neither is there. All else is faded. */
  emphasis: Writable<Emphasis | null>;
  /** The step from which a transition is made by choosing its target from a list. */
  connecting: Writable<string | null>;
  /** The element that everything on the canvas lies in. */
  root: RefObject<HTMLDivElement | null>;
  commands: CommandRunner;
  /** Cards that were made to be written in, and are empty so far. */
  drafts: Set<string>;
  /** Where the pointer was last over the canvas, in the window's coordinates. */
  pointer: RefObject<Point | null>;
  /** What commands and pointer actions work on, as it is at that moment. */
  context(): CommandContext;
  /** A pasted table that is looked at before it goes onto the map. */
  pastedTable: PastedTableStore;
  /** What a command asks for right now. */
  question: Writable<StructureQuestion | null>;
  /** Pasting by menu. */
  clipboard: CanvasClipboard;
  /** Says something to screen readers. */
  announce(sentence: string): void;
  /** Whether the keyboard is on the canvas, so that what is selected takes the focus. */
  hasFocus(): boolean;
};

const CanvasContext = createContext<Canvas | null>(null);

export function CanvasProvider({ value, children }: { value: Canvas; children: ReactNode }) {
  return <CanvasContext value={value}>{children}</CanvasContext>;
}

/** The canvas around this component. Throws outside of one. */
export function useCanvas(): Canvas {
  const canvas = useContext(CanvasContext);
  if (!canvas) throw new Error('useCanvas needs a CanvasProvider above it.');
  return canvas;
}

/** The newest layout; renders again after each change of the map. For few and small parts only. */
export function useMapIndex(): MapIndex {
  return useReadable(useCanvas().index);
}
