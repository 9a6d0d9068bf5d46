import type * as Y from 'yjs';
import type { Undo } from '@/lib/document/undo';
import type { CanvasView } from '../canvas/canvasView';
import type { MapIndex } from '../canvas/geometry/mapIndex';
import type { CommentsStore } from '../comments/commentsStore';
import type { SelectionStore } from '../selection';
import type { CommandId } from './commandIds';
import type { Notice } from './notice';

/** A key press that asks for a command. `mod` is Ctrl, or Cmd on Apple's keyboards. `key` as in KeyboardEvent.key, letters in lower case. */
export type Shortcut = {
  key: string;
  mod?: boolean;
  shift?: boolean;
  alt?: boolean /** Decides instead of `key`, for keys whose Shift makes another character. */;
  code?: string;
};

/** Sentences of `editor.announce`, with their values. */
export type Announce = (key: AnnouncementKey, values?: Record<string, string | number>) => void;

export type AnnouncementKey =
  | 'comment'
  | 'copied'
  | 'cut'
  | 'dragging'
  | 'dropped'
  | 'duplicated'
  | 'emotion'
  | 'moved'
  | 'nothingToRedo'
  | 'nothingToUndo'
  | 'pasted'
  | 'pastedSteps'
  | 'readOnly'
  | 'redone'
  | 'selectedAll'
  | 'undone';

/** What a command may use. */
export type CommandContext = {
  doc: Y.Doc;
  canWrite: boolean;
  undo: Undo;
  index: MapIndex;
  selection: SelectionStore;
  comments: CommentsStore;
  view: CanvasView;
  /** Cards that were made to be written in, and are empty so far: they go away again when nothing is written. */
  drafts: Set<string>;
  /** Puts the focus on the canvas itself, so that Tab leaves it. */
  focusCanvas(): void;
  announce: Announce;
  /** Says something that is to be seen, not only heard. */
  notify(notice: Notice): void;
};

/** One thing that a person can do, by key, menu or button. */
export type Command = {
  id: CommandId;
  shortcuts: readonly Shortcut[];
  /** Whether it makes sense now. What cannot be performed is shown dimmed, and its keys go on to the browser. */
  canPerform(context: CommandContext): boolean;
  perform(context: CommandContext): void;
};

/** Runs commands on the editor as it is at that moment. */
export type CommandRunner = {
  /** Whether the command makes sense now. */
  can(id: CommandId): boolean;
  /** Performs the command if it makes sense. Returns whether it did. */
  run(id: CommandId): boolean;
  /** Performs what a key press asks for. Returns whether there was something. */
  runShortcut(event: KeyPress): boolean;
};

/** The part of a KeyboardEvent that decides about shortcuts. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;
