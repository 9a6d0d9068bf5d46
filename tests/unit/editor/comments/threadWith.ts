import type { CommentTarget } from '@/lib/comments/commentTarget';
import type { ThreadAnswer } from '@/lib/comments/threadAnswer';

type Parts = {
  target?: CommentTarget;
  lastAt?: string;
  resolvedAt?: string | null;
  seen?: number;
  /** Who said what; null: it was deleted. */
  said?: [author: string, text: string | null][];
};

/** A conversation as the server answers it. */
export function threadWith(id: string, parts: Parts = {}): ThreadAnswer {
  const { target = { type: 'map' }, lastAt = '2026-01-01T00:00:00.000Z', resolvedAt = null, seen = 0 } = parts;
  return {
    id,
    target,
    subject: '',
    createdAt: '2026-01-01T00:00:00.000Z',
    lastAt,
    resolvedAt,
    resolvedBy: null,
    seen,
    comments: (parts.said ?? [['user:other', 'hello']]).map(([author, text], index) => ({
      id: `${id}-${index}`,
      number: index + 1,
      author: { id: author, name: author },
      text: text ?? '',
      createdAt: '2026-01-01T00:00:00.000Z',
      editedAt: null,
      deletedAt: text === null ? '2026-01-01T00:00:00.000Z' : null,
    })),
  };
}
