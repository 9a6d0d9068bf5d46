import type * as Y from 'yjs';
import type { Role } from '@/lib/access/actor';
import type { Undo } from '@/lib/document/undo';
import type { Point } from '@/lib/map/layout/types';
import type { CanvasView } from '../canvas/canvasView';
import type { MapIndex } from '../canvas/geometry/mapIndex';
import type { CommentsStore } from '../comments/commentsStore';
import type { FileDesk } from '../files/fileDesk';
import type { LensStore } from '../lens';
import type { PersonaViewStore } from '../personaView';
import type { LookPlace } from '../presence/together';
import type { SelectionStore } from '../selection';
import type { LockGuard } from '../session/lockGuard';
import type { StructureQuestion } from '../structure/question';
import type { PastedTableStore } from '../table/pastedTable';
import type { VotingStore } from '../workshop/voting/votingStore';
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
  | 'cardKind'
  | 'comment'
  | 'copied'
  | 'copiedThings'
  | 'cut'
  | 'cutThings'
  | 'dragging'
  | 'dropped'
  | 'duplicated'
  | 'emotion'
  | 'evidenceView'
  | 'evidenceViewEnded'
  | 'moment.failed'
  | 'moment.held'
  | 'moment.unknown'
  | 'filesNeedPlace'
  | 'moved'
  | 'nothingToRedo'
  | 'nothingToUndo'
  | 'looked'
  | 'lookedTooSoon'
  | 'laneFits'
  | 'laneHeight'
  | 'laneShown'
  | 'pasted'
  | 'pastedSteps'
  | 'personaAlone'
  | 'personasAll'
  | 'pastedThings'
  | 'readOnly'
  | 'redone'
  | 'selectedAll'
  | 'undone'
  | 'vote.given'
  | 'vote.none'
  | 'vote.refused'
  | 'vote.takenBack'
  | 'way'
  | 'wayEnded'
  | 'wayGone';

/** What a command may use. */
export type CommandContext = {
  doc: Y.Doc;
  mapId: string;
  /** Whose sources of evidence the map's links refer to; null for guests, who have no part in them. */
  workspaceId: string | null;
  /** What whoever has this page open may do on the map when nothing is locked. */
  role: Role;
  canWrite: boolean;
  undo: Undo;
  index: MapIndex;
  selection: SelectionStore;
  comments: CommentsStore;
  voting: VotingStore;
  view: CanvasView;
  lens: LensStore;
  /** Cards that were made to be written in, and are empty so far: they go away again when nothing is written. */
  drafts: Set<string>;
  /** What a workshop's leaders have locked for this page. */
  locks: LockGuard;
  /** Whether a silent round keeps a card of this browser from the others. */
  isHidden(cardId: string): boolean;
  /** Asks to which step a transition from this one leads. */
  chooseTarget(stepId: string): void;
  /** Whose emotions are shown. */
  personaView: PersonaViewStore;
  /** A persona by name, as it is shown; null when there is none. */
  personaName(id: string): string | null;
  /** A pasted table that is looked at before it goes onto the map. */
  pastedTable: PastedTableStore;
  /** Pictures and files on their way to the map. */
  files: FileDesk;
  /** Puts the focus on the canvas itself, so that Tab leaves it. */
  focusCanvas(): void;
  /** Does something once the change that was just made is on the map. */
  afterLayout(act: (context: CommandContext) => void): void;
  /** Where the pointer was last, on the map; null when it never was there. */
  pointerAt(): Point | null;
  /** Shows a place to everybody who is here. False when that was done a moment ago. */
  lookHere(place: LookPlace): boolean;
  announce: Announce;
  /** Asks for what a command needs to know before it can go on. */
  ask(question: StructureQuestion): void;
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
