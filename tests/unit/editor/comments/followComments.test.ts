import { describe, expect, test, vi } from 'vitest';
import { createCommentsStore } from '@/components/editor/comments/commentsStore';
import { followComments } from '@/components/editor/comments/followComments';
import type { EventWatcher } from '@/components/live/watchEvents';
import { RequestError } from '@/components/workspace/request';
import type { ThreadAnswer } from '@/lib/comments/threadAnswer';
import { threadWith } from './threadWith';

/** Answers that the test gives when it is their turn. */
function answers<Value>() {
  const open: { resolve(value: Value): void; reject(error: unknown): void }[] = [];
  const ask = vi.fn((_id?: string) => new Promise<Value>((resolve, reject) => open.push({ resolve, reject })));
  const next = () => {
    const first = open.shift();
    if (!first) throw new Error('nothing was asked for');
    return first;
  };
  return { ask, next };
}

function follow() {
  const store = createCommentsStore();
  const [list, read] = [answers<ThreadAnswer[]>(), answers<ThreadAnswer>()];
  let watcher: EventWatcher = { onEvent: () => undefined };
  followComments('map', store, { list: list.ask, read: read.ask }, (given) => {
    watcher = given;
    return () => undefined;
  });
  return {
    list,
    read,
    threads: () => store.getState().threads,
    open: () => watcher.onOpen?.(),
    change: (threadId: string) => watcher.onEvent('comments.changed', { threadId }),
  };
}

const first = threadWith('a', { said: [['user:x', '1']] });
const second = threadWith('a', {
  said: [
    ['user:x', '1'],
    ['user:y', '2'],
  ],
});

describe('the comments of an open map', () => {
  test('have what came while all of them were on their way, whichever answer is first', async () => {
    const { list, read, threads, open, change } = follow();
    open();
    change('a');
    change('new');
    read.next().resolve(second);
    read.next().resolve(threadWith('new'));
    await vi.waitFor(() => expect([...threads().keys()]).toEqual(['a', 'new']));
    list.next().resolve([first, threadWith('b')]);
    await vi.waitFor(() => expect(threads().has('b')).toBe(true));
    expect(threads().get('a')).toEqual(second);
    expect(threads().has('new')).toBe(true);
  });

  test('do not get back what went meanwhile', async () => {
    const { list, read, threads, open, change } = follow();
    open();
    list.next().resolve([first, threadWith('b')]);
    await vi.waitFor(() => expect(threads().size).toBe(2));
    open();
    change('a');
    const problem = { status: 404, code: 'notFound', reason: '', detail: '', errors: [] };
    read.next().reject(new RequestError('refused', problem));
    await vi.waitFor(() => expect(threads().has('a')).toBe(false));
    list.next().resolve([first, threadWith('b'), threadWith('c')]);
    await vi.waitFor(() => expect(threads().has('c')).toBe(true));
    expect(threads().has('a')).toBe(false);
  });

  test('are asked for once more where an answer from before the line stood is still on its way', async () => {
    const { list, read, threads, open, change } = follow();
    change('a');
    open();
    list.next().resolve([{ ...first, resolvedAt: '2026-01-01T00:00:00.000Z' }]);
    read.next().resolve(first);
    await vi.waitFor(() => expect(read.ask).toHaveBeenCalledTimes(2));
    read.next().resolve({ ...first, resolvedAt: '2026-01-01T00:00:00.000Z' });
    await vi.waitFor(() => expect(threads().get('a')?.resolvedAt).not.toBeNull());
  });
});
