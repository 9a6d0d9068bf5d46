import type { Runtime } from '@/lib/runtime';
import { tellSources } from './tellSources';

/** Something that is done in the background, file by file, whenever there is something to do. */
export type BackgroundWork = {
  /** Looks whether there is something to do. */
  wake(): void;
  /** Waits until nothing is to be done. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

/** `find`: what is to be done next, or null; `act` does it until `isOver` says that it must end; `failed`: what the log says when it cannot be done. */
type Doing<Item> = {
  find(): Promise<Item | null>;
  act(item: Item, isOver: () => boolean): Promise<void>;
  failed: string;
};

/** Works through the files of sources, one after the other, and tells who looks at a source once all of it is done. */
export function startWork<Item extends { sourceId: string; workspaceId: string }>(
  running: Pick<Runtime, 'database' | 'events' | 'log'>,
  { find, act, failed }: Doing<Item>,
): BackgroundWork {
  let isClosed = false;
  let isAsked = false;
  let work: Promise<void> | null = null;

  async function loop(): Promise<void> {
    while (isAsked && !isClosed) {
      isAsked = false;
      try {
        for (let next = await find(); next && !isClosed; ) {
          await act(next, () => isClosed);
          const { sourceId, workspaceId } = next;
          next = isClosed ? null : await find();
          // One source after the other: whoever waits for it is told once.
          if (next?.sourceId !== sourceId && !isClosed) await tellSources(running, workspaceId, { sourceId });
        }
      } catch (error) {
        if (!isClosed) running.log.error({ err: error }, failed);
      }
    }
    work = null;
  }

  return {
    wake() {
      isAsked = true;
      work ??= loop();
    },
    async settled() {
      while (work) await work;
    },
    async close() {
      isClosed = true;
      await work;
    },
  };
}
