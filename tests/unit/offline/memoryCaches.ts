const origin = 'https://maps.example.org';
const addressOf = (asked: RequestInfo | URL): string => new URL(asked instanceof Request ? asked.url : asked, origin).href;

/** One cache of a browser, in memory: what is put is found by its address. */
class MemoryCache {
  private readonly entries = new Map<string, Response>();

  async put(asked: RequestInfo | URL, response: Response): Promise<void> {
    this.entries.set(addressOf(asked), response);
  }
  async match(asked: RequestInfo | URL): Promise<Response | undefined> {
    return this.entries.get(addressOf(asked))?.clone();
  }
  async delete(asked: RequestInfo | URL): Promise<boolean> {
    return this.entries.delete(addressOf(asked));
  }
  async keys(): Promise<Request[]> {
    return [...this.entries.keys()].map((url) => new Request(url));
  }
}

/** A browser's cache storage in memory, as far as pages and the worker use it. */
export class MemoryCaches {
  private readonly named = new Map<string, MemoryCache>();

  async open(name: string): Promise<MemoryCache> {
    const found = this.named.get(name) ?? new MemoryCache();
    this.named.set(name, found);
    return found;
  }
  async has(name: string): Promise<boolean> {
    return this.named.has(name);
  }
  async delete(name: string): Promise<boolean> {
    return this.named.delete(name);
  }
  async keys(): Promise<string[]> {
    return [...this.named.keys()];
  }
  async match(asked: RequestInfo | URL): Promise<Response | undefined> {
    for (const cache of this.named.values()) {
      const found = await cache.match(asked);
      if (found) return found;
    }
    return undefined;
  }
}
