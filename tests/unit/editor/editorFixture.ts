import * as Y from 'yjs';
import { createCanvasView } from '@/components/editor/canvas/canvasView';
import { indexMap, type MapIndex } from '@/components/editor/canvas/geometry/mapIndex';
import type { Viewport } from '@/components/editor/canvas/geometry/viewport';
import type { CommandContext } from '@/components/editor/commands/command';
import { createCommandRunner } from '@/components/editor/commands/createCommandRunner';
import type { Notice } from '@/components/editor/commands/notice';
import { createCommentsStore } from '@/components/editor/comments/commentsStore';
import type { MapReference } from '@/components/editor/reference';
import { createSelectionStore, primaryOf } from '@/components/editor/selection';
import { createDocument } from '@/lib/document/createDocument';
import { readMap } from '@/lib/document/readMap';
import { createUndo } from '@/lib/document/undo';
import { makeLayoutLabels } from '@/lib/export/labels';
import { messagesOf } from '@/lib/i18n/translator';
import { arrange } from '@/lib/map/arrange';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import { template } from '@/lib/map/templates/template';

const labels = makeLayoutLabels('en', messagesOf('en').canvas);

/** The layout of a document as it is, indexed. */
export function indexOf(doc: Y.Doc): MapIndex {
  const map = arrange(readMap(doc).map);
  return indexMap(map, layoutMap(map, { measure: measureText, labels }));
}

/** A real document with the service-call journey. */
export function serviceCall(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, createDocument(template('customerServiceCall', 'en')));
  return doc;
}

/** An editor without a page: real document, undo and selection; a view of 1,200 × 800 px that only remembers where it is. */
export function createEditorFixture(options: { doc?: Y.Doc; canWrite?: boolean } = {}) {
  const doc = options.doc ?? serviceCall();
  const selection = createSelectionStore();
  const comments = createCommentsStore();
  const undo = createUndo(doc);
  const said: string[] = [];
  const notices: Notice[] = [];
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
  let focused = 0;
  const context = (): CommandContext => ({
    doc,
    canWrite: options.canWrite ?? true,
    undo,
    index: indexOf(doc),
    selection,
    comments,
    view,
    drafts,
    focusCanvas: () => {
      focused += 1;
    },
    announce: (key) => said.push(key),
    notify: (notice) => notices.push(notice),
  });
  return {
    doc,
    selection,
    comments,
    undo,
    view,
    said,
    notices,
    drafts,
    context,
    commands: createCommandRunner(context),
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
