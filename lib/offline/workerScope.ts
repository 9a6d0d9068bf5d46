// The worker is checked together with pages, whose types know no service workers: what it uses of them stands here.

export type LastingEvent = Event & { waitUntil(work: Promise<unknown>): void };
export type AskedEvent = LastingEvent & { readonly request: Request; respondWith(answer: Promise<Response>): void };

export type WorkerScope = {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: AskedEvent) => void): void;
};

/** The worker that this code runs in. */
export const scope = globalThis as unknown as WorkerScope;
