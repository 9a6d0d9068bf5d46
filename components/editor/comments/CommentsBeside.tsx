'use client';

import dynamic from 'next/dynamic';
import { useStore } from 'zustand';
import { useEditor } from '../session/EditorContext';
import { CommentAnnouncer } from './CommentAnnouncer';
import { useAskedComment } from './useAskedComment';
import { useCommentKeys } from './useCommentKeys';
import { useCommentsLine } from './useCommentsLine';

// Its program comes when it is asked for.
// With something in its place while it loads: without, the whole editor would go until it is there.
const CommentsPanel = dynamic(() => import('./CommentsPanel').then((module) => module.CommentsPanel), { loading: () => null });

/** What is said about the map, beside it: the line by which it comes, its panel, and what screen readers are told. */
export function CommentsBeside() {
  const { comments } = useEditor();
  const isOpen = useStore(comments, (state) => state.isOpen && state.mayRead);
  useCommentsLine();
  useCommentKeys();
  useAskedComment();
  return (
    <>
      {isOpen ? <CommentsPanel /> : null}
      <CommentAnnouncer />
    </>
  );
}
