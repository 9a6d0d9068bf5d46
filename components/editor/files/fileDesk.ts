import type * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type AttachedFile, addAttachments } from '@/lib/document/operations/attachments';
import { addCard } from '@/lib/document/operations/cards';
import { localOrigin } from '@/lib/document/schema';
import { newId } from '@/lib/map/id';
import type { SelectionStore } from '../selection';
import { type SendFile, UploadError, type UploadFailure } from './sendFile';

/** Where files go: onto a card, or into a cell, in which each becomes a card. */
export type FileTarget = { type: 'card'; id: string } | { type: 'cell'; stepId: string; laneId: string };

export type UploadState =
  | { kind: 'waiting' }
  /** `part`: 0 … 1. */
  | { kind: 'sending'; part: number }
  /** All of it is there; the server makes it ready. */
  | { kind: 'preparing' }
  | { kind: 'failed'; failure: UploadFailure };

export type Upload = { id: string; name: string; state: UploadState };

export type FileDeskState = {
  /** What is on its way, and what failed and was not put aside yet. */
  uploads: readonly Upload[];
  /** The last one that arrived, for screen readers. */
  arrived: { id: string; name: string } | null;
  /** Where files that are dragged over the map would go. */
  over: FileTarget | null;
  /** The picture that is shown large, by its attachment's id. */
  shown: string | null;
};

/** Files that a person brings to the map: from the drop to the card. */
export type FileDesk = {
  mapId: string;
  state: StoreApi<FileDeskState>;
  /** Sends files one after the other, and puts each on the map when it has arrived. */
  add(files: readonly File[], to: FileTarget): void;
  /** Opens the system's file chooser, which also takes photos on phones. */
  choose(to: FileTarget): void;
  /** Gives pasted cards the files that they had on another map. */
  bring(from: string, cards: readonly { cardId: string; files: readonly AttachedFile[] }[]): Promise<void>;
  cancel(id: string): void;
  dismiss(id: string): void;
  dragOver(target: FileTarget | null): void;
  show(attachmentId: string | null): void;
  destroy(): void;
};

/** Files at once; more would be a slip of the hand. */
export const mostFilesAtOnce = 20;

type Options = {
  mapId: string;
  doc: Y.Doc;
  selection: SelectionStore;
  isOffline(): boolean;
  canWrite(): boolean;
  /** Whether what was sent may be put on the map: also while a version is shown in its place. */
  mayWriteLive(): boolean;
  send: SendFile;
  copy(from: string, fileIds: readonly string[]): Promise<readonly AttachedFile[]>;
};

type Job = { id: string; file: File; to: FileTarget; controller: AbortController };

/** A desk for one open map. Nothing of it needs React. */
export function createFileDesk(options: Options): FileDesk {
  const { doc, selection } = options;
  const state = createStore<FileDeskState>()(() => ({ uploads: [], arrived: null, over: null, shown: null }));
  const jobs: Job[] = [];
  let running: Job | null = null;

  const update = (id: string, next: UploadState): void =>
    state.setState(({ uploads }) => ({
      uploads: uploads.map((upload) => (upload.id === id ? { ...upload, state: next } : upload)),
    }));
  const remove = (id: string): void =>
    state.setState(({ uploads }) => ({ uploads: uploads.filter((upload) => upload.id !== id) }));
  const fail = (name: string, failure: UploadFailure): void =>
    state.setState(({ uploads }) => ({ uploads: [...uploads, { id: newId(), name, state: { kind: 'failed', failure } }] }));

  /** In one step, so that undo takes back card and picture together. */
  const place = (file: AttachedFile, to: FileTarget): UploadFailure | null =>
    doc.transact((): UploadFailure | null => {
      if (!options.mayWriteLive()) return { reason: 'readOnly' };
      const cardId = to.type === 'card' ? to.id : addCard(doc, { at: { stepId: to.stepId, laneId: to.laneId } });
      if (cardId === null) return { reason: 'cellGone' };
      if (!addAttachments(doc, { cardId, files: [file] })) return { reason: 'cardGone' };
      if (to.type === 'cell' && options.canWrite()) selection.getState().select({ type: 'card', id: cardId });
      return null;
    }, localOrigin);

  const run = async (job: Job): Promise<void> => {
    const { id, file, to, controller } = job;
    update(id, { kind: 'sending', part: 0 });
    try {
      const sent = await options.send(file, {
        signal: controller.signal,
        onProgress: (part) => update(id, part < 1 ? { kind: 'sending', part } : { kind: 'preparing' }),
      });
      const failure = place(sent, to);
      if (failure) update(id, { kind: 'failed', failure });
      else {
        remove(id);
        state.setState({ arrived: { id, name: sent.name } });
      }
    } catch (error) {
      if (controller.signal.aborted) remove(id);
      else update(id, { kind: 'failed', failure: error instanceof UploadError ? error.failure : { reason: 'broken' } });
    }
  };

  // One at a time: what was dropped first stands first, and a slow line is not made slower.
  const next = (): void => {
    if (running) return;
    running = jobs.shift() ?? null;
    if (!running) return;
    void run(running).finally(() => {
      running = null;
      next();
    });
  };

  const desk: FileDesk = {
    mapId: options.mapId,
    state,
    add(files, to) {
      const [first] = files;
      if (!first || !options.canWrite()) return;
      if (options.isOffline()) return fail(first.name, { reason: 'offline' });
      const taken = files.slice(0, mostFilesAtOnce);
      const added = taken.map((file): Job => ({ id: newId(), file, to, controller: new AbortController() }));
      jobs.push(...added);
      const uploads = added.map(({ id, file }): Upload => ({ id, name: file.name, state: { kind: 'waiting' } }));
      state.setState((before) => ({ uploads: [...before.uploads, ...uploads] }));
      const left = files[mostFilesAtOnce];
      if (left) fail(left.name, { reason: 'tooMany', count: files.length, max: mostFilesAtOnce });
      next();
    },
    choose(to) {
      const input = document.createElement('input');
      input.type = 'file';
      input.multiple = true;
      input.hidden = true;
      const end = (): void => input.remove();
      input.addEventListener('change', () => {
        desk.add([...(input.files ?? [])], to);
        end();
      });
      input.addEventListener('cancel', end);
      // Some browsers forget an input that lies nowhere before its file was chosen.
      document.body.append(input);
      input.click();
    },
    async bring(from, cards) {
      const wanted = cards.flatMap(({ files }) => files);
      const [first] = wanted;
      if (!first) return;
      try {
        const there = new Set(
          (await options.copy(from, [...new Set(wanted.map(({ fileId }) => fileId))])).map(({ fileId }) => fileId),
        );
        doc.transact(() => {
          for (const { cardId, files } of cards) {
            addAttachments(doc, { cardId, files: files.filter(({ fileId }) => there.has(fileId)) });
          }
        }, localOrigin);
        if (there.size === 0) fail(first.name, { reason: 'notCopied' });
      } catch (error) {
        fail(first.name, error instanceof UploadError ? error.failure : { reason: 'broken' });
      }
    },
    cancel(id) {
      const at = jobs.findIndex((job) => job.id === id);
      if (at >= 0) {
        jobs.splice(at, 1);
        remove(id);
      } else if (running?.id === id) running.controller.abort();
    },
    dismiss: remove,
    dragOver(over) {
      if (keyOf(over) !== keyOf(state.getState().over)) state.setState({ over });
    },
    show: (shown) => state.setState({ shown }),
    destroy() {
      jobs.splice(0);
      running?.controller.abort();
    },
  };
  return desk;
}

function keyOf(target: FileTarget | null): string {
  if (!target) return '';
  return target.type === 'card' ? target.id : `${target.stepId}:${target.laneId}`;
}
