'use client';

import { useLiveRefresh } from '@/components/workspace/maps/useLiveRefresh';
import type { EventKind } from '@/lib/events/event';

const kinds: readonly EventKind[] = ['evidence.changed', 'access.changed', 'session.revoked'];

/** Fetches the page's data again whenever somebody changes a source or imports. Returns whether the line to the server stands. */
export const useEvidenceRefresh = (workspaceId: string): 'live' | 'interrupted' => useLiveRefresh(workspaceId, kinds);
