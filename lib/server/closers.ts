import type { Logger } from 'pino';

/** What has been opened, to be closed in the reverse order. */
export class Closers {
  private readonly list: { name: string; close: () => Promise<unknown> | unknown }[] = [];

  add(name: string, close: () => Promise<unknown> | unknown): void {
    this.list.push({ name, close });
  }

  /** Closes everything once. What fails is logged and keeps nothing else from closing. Returns whether all went well. */
  async close(log: Logger): Promise<boolean> {
    let isWell = true;
    for (const { name, close } of this.list.splice(0).reverse()) {
      try {
        await close();
      } catch (error) {
        isWell = false;
        log.error({ err: error, part: name }, 'a part could not be closed');
      }
    }
    return isWell;
  }
}
