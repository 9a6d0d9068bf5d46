// What browsers get in the worker's place where OFFLINE_OPENING is off: it clears up, and is gone.
import { clearShelf } from './shelf';
import { scope } from './workerScope';

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(clearShelf().then(() => scope.registration.unregister())));
