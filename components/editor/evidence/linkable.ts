import type { LinkFilter } from '@/lib/map/evidenceLink';

/** What is to be linked: all of a source, a part of it, or one answer. */
export type Linkable = { sourceId: string; filter?: LinkFilter; responseId?: string; column?: number };
