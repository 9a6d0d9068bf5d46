'use client';

import { useLayoutEffect, useState } from 'react';
import type { Role } from '@/lib/access/actor';
import type { MapPermissions } from '../shell/mapPermissions';
import { type CommentsStore, createCommentsStore } from './commentsStore';

/** The comments of the open map, with what this person may do with them, which can change while it is open. */
export function useCommentsOf({ mayReadComments, mayComment }: MapPermissions, role: Role): CommentsStore {
  const [comments] = useState(createCommentsStore);
  useLayoutEffect(() => {
    const rights = { mayRead: mayReadComments, mayWrite: mayComment, mayDeleteOthers: role === 'owner' };
    comments.getState().allow(rights);
  }, [comments, mayReadComments, mayComment, role]);
  return comments;
}
