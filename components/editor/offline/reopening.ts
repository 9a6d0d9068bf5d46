import type { Hindrance } from '@/lib/offline/registration';

/** Whether the open map's page can be opened again without network: it can, it is not known yet, or why not. */
export type Reopening = Hindrance | 'unknown' | 'kept';
