import { buildId } from '@/lib/build';
import { clearShelf } from './shelf';

/** Where the server gives the worker, or its farewell where OFFLINE_OPENING is off. */
export const workerPath = '/offline-worker.js';

/** What keeps a page from being opened without network; null when nothing does. */
export type Hindrance =
  /** The installation does not want it, or this is development, where files have no lasting names. */
  | 'off'
  /** Browsers allow it over https and on localhost only. */
  | 'insecure'
  /** This browser, or this window, does not have what it takes. */
  | 'unsupported';

/** What stands against keeping pages in this browser. */
export function findHindrance(allowed: boolean): Hindrance | null {
  if (!allowed || buildId === 'development') return 'off';
  if (!window.isSecureContext) return 'insecure';
  try {
    return 'serviceWorker' in navigator && typeof caches !== 'undefined' ? null : 'unsupported';
  } catch {
    // A frame without an origin of its own may not even ask.
    return 'unsupported';
  }
}

/** Has the browser run the worker, and waits until it does. Rejects where the browser does not let us. */
export async function registerWorker(): Promise<void> {
  await navigator.serviceWorker.register(workerPath, { scope: '/', updateViaCache: 'none' });
  await navigator.serviceWorker.ready;
}

/** Takes worker and kept pages away again. */
export async function endKeeping(): Promise<void> {
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  for (const registration of registrations) {
    const { scriptURL = '' } = registration.active ?? registration.waiting ?? registration.installing ?? {};
    if (scriptURL.endsWith(workerPath)) await registration.unregister();
  }
  await clearShelf();
}
