import * as Y from 'yjs';
import { createCanvasView } from '@/components/editor/canvas/canvasView';
import { indexMap, type MapIndex } from '@/components/editor/canvas/geometry/mapIndex';
import type { Viewport } from '@/components/editor/canvas/geometry/viewport';
import type { CommandContext } from '@/components/editor/commands/command';
import { createCommandRunner } from '@/components/editor/commands/createCommandRunner';
import type { Notice } from '@/components/editor/commands/notice';
import { createCommentsStore } from '@/components/editor/comments/commentsStore';
import { createFileDesk } from '@/components/editor/files/fileDesk';
import { UploadError } from '@/components/editor/files/sendFile';
import { createLensStore } from '@/components/editor/lens';
import { createPersonaView } from '@/components/editor/personaView';
import type { LookPlace } from '@/components/editor/presence/together';
import type { MapReference } from '@/components/editor/reference';
import { createSelectionStore, primaryOf } from '@/components/editor/selection';
import type { LockGuard } from '@/components/editor/session/lockGuard';
import type { StructureQuestion } from '@/components/editor/structure/question';
import { createPastedTableStore } from '@/components/editor/table/pastedTable';
import { createVotingStore } from '@/components/editor/workshop/voting/votingStore';
import type { Role } from '@/lib/access/actor';
import { createDocument } from '@/lib/document/createDocument';
import { readMap } from '@/lib/document/readMap';
import { createUndo } from '@/lib/document/undo';
import { makeLayoutLabels } from '@/lib/export/labels';
import { messagesOf } from '@/lib/i18n/translator';
import { arrange } from '@/lib/map/arrange';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import { onlyPersona } from '@/lib/map/onlyPersona';
import { template } from '@/lib/map/templates/template';

const labels = makeLayoutLabels('en', messagesOf('en').canvas);

/** The layout of a document as it is, indexed. */
export function indexOf(doc: Y.Doc, alone: string | null = null): MapIndex {
  const whole = arrange(readMap(doc).map);
  const map = onlyPersona(whole, alone);
  return indexMap(map, layoutMap(map, { measure: measureText, labels, legendPersonas: whole.personas }));
}

/** A real document with the service-call journey. */
export function serviceCall(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, createDocument(template('customerServiceCall', 'en')));
  return doc;
}

/** A map on which nothing is locked. */
const openGuard: LockGuard = {
  set: () => undefined,
  at: () => null,
  onRefused: () => () => undefined,
  refuse: () => undefined,
  destroy: () => undefined,
};

/** An editor without a page: real document, undo and selection; a view of 1,200 × 800 px that only remembers where it is. */
export function createEditorFixture(
  options: {
    doc?: Y.Doc;
    mapId?: string;
    workspaceId?: string | null;
    role?: Role;
    canWrite?: boolean;
    mayWriteLive?: boolean;
    offline?: boolean;
    hidden?: string[];
    locks?: LockGuard;
  } = {},
) {
  const doc = options.doc ?? serviceCall();
  const selection = createSelectionStore();
  const comments = createCommentsStore();
  const undo = createUndo(doc);
  const said: string[] = [];
  const notices: Notice[] = [];
  const questions: StructureQuestion[] = [];
  let viewport: Viewport = { x: 0, y: 0, zoom: 1 };
  const view = createCanvasView({
    viewport: () => viewport,
    size: () => ({ width: 1200, height: 800 }),
    origin: () => ({ x: 0, y: 0 }),
    set: (next) => {
      viewport = next;
    },
    covered: () => [],
    duration: () => 0,
  });
  const drafts = new Set<string>();
  const lens = createLensStore();
  const voting = createVotingStore();
  const targetsAsked: string[] = [];
  const personaView = createPersonaView('map');
  const pastedTable = createPastedTableStore();
  /** Names of the files that were sent. */
  const sent: string[] = [];
  const files = createFileDesk({
    mapId: 'map1',
    doc,
    selection,
    isOffline: () => options.offline ?? false,
    canWrite: () => options.canWrite ?? true,
    mayWriteLive: () => options.mayWriteLive ?? options.canWrite ?? true,
    send: async ({ name }) => {
      if (name.startsWith('bad')) throw new UploadError({ reason: 'refused', sentence: 'No.' });
      sent.push(name);
      return { fileId: name.replace('.', '-'), name, mediaType: 'image/png', size: 3, width: 40, height: 30 };
    },
    copy: async (_from, fileIds) =>
      fileIds.map((fileId) => ({ fileId, name: fileId, mediaType: 'application/octet-stream', size: 1 })),
  });
  let focused = 0;
  const looked: LookPlace[] = [];
  const context = (): CommandContext => ({
    doc,
    mapId: options.mapId ?? 'map',
    workspaceId: options.workspaceId === undefined ? 'workspace' : options.workspaceId,
    role: options.role ?? 'owner',
    canWrite: options.canWrite ?? true,
    undo,
    index: indexOf(doc, personaView.getState().alone),
    selection,
    comments,
    voting,
    view,
    drafts,
    locks: options.locks ?? openGuard,
    isHidden: (id) => options.hidden?.includes(id) ?? false,
    lens,
    chooseTarget: (stepId) => targetsAsked.push(stepId),
    personaView,
    pastedTable,
    personaName: (id) => indexOf(doc).map.personas.find((persona) => persona.id === id)?.name ?? null,
    afterLayout: (act) => act(context()),
    files,
    focusCanvas: () => {
      focused += 1;
    },
    pointerAt: () => null,
    lookHere(place) {
      looked.push(place);
      return looked.length < 3;
    },
    announce: (key) => said.push(key),
    ask: (question) => questions.push(question),
    notify: (notice) => notices.push(notice),
  });
  return {
    doc,
    selection,
    comments,
    voting,
    undo,
    personaView,
    pastedTable,
    view,
    said,
    notices,
    questions,
    drafts,
    lens,
    targetsAsked,
    files,
    sent,
    context,
    commands: createCommandRunner(context),
    looked,
    focusCount: () => focused,
    select: (...references: MapReference[]) => selection.getState().select(...references),
    primary: () => primaryOf(selection.getState()),
    /** Presses a key on the map. */
    press(key: string, mods: { ctrl?: boolean; shift?: boolean; alt?: boolean; code?: string } = {}) {
      return this.commands.runShortcut({
        key,
        code: mods.code ?? '',
        ctrlKey: mods.ctrl ?? false,
        metaKey: false,
        shiftKey: mods.shift ?? false,
        altKey: mods.alt ?? false,
      });
    },
  };
}

/** Ids of the cards of a cell by the numbers of its step (from 1) and lane (from 0), in order. */
export function cardsIn(doc: Y.Doc, step: number, lane: number): string[] {
  const { map } = indexOf(doc);
  const stepId = map.steps[step - 1]?.id ?? '';
  const laneId = map.lanes[lane]?.id ?? '';
  return (map.cells.get(`${stepId}:${laneId}`) ?? []).map(({ id }) => id);
}

/** The first of a list; fails the test when there is none. */
export function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('The list is empty.');
  return item;
}
