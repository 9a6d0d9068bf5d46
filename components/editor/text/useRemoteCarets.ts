'use client';

import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { PresenceUser } from '@/lib/document/presence';
import { useEditor } from '../session/EditorContext';
import type { RemotePresence } from '../session/remotePresence';

/** Where another page types in a text: positions as lib/document/textPosition.ts has them. */
export type RemoteCaret = { clientId: number; user: PresenceUser; anchor: string; head: string };

const none: readonly RemoteCaret[] = [];

function caretsIn(others: readonly RemotePresence[], key: string): readonly RemoteCaret[] {
  const carets = others.flatMap(({ clientId, user, state }) =>
    state.editing?.key === key ? [{ clientId, user, anchor: state.editing.anchor, head: state.editing.head }] : [],
  );
  return carets.length === 0 ? none : carets;
}

function same(a: readonly RemoteCaret[], b: readonly RemoteCaret[]): boolean {
  return (
    a.length === b.length &&
    a.every((caret, index) => {
      const other = b[index];
      return other?.clientId === caret.clientId && other.anchor === caret.anchor && other.head === caret.head;
    })
  );
}

/** The others who type in a text. Renders again only when one of their carets moves, not with each of their pointers. */
export function useRemoteCarets(key: string): readonly RemoteCaret[] {
  const { others } = useEditor().session.presence;
  const known = useRef(none);
  const read = useCallback(() => {
    const next = caretsIn(others.get(), key);
    if (!same(known.current, next)) known.current = next;
    return known.current;
  }, [others, key]);
  return useSyncExternalStore(others.subscribe, read, () => none);
}
