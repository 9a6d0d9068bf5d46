import { expect, test } from 'vitest';
import { createGate } from '@/lib/auth/gate';

const deferred = () => {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
};

test('a gate lets so many in, makes so many wait and refuses the rest', async () => {
  const gate = createGate({ width: 2, queue: 1 });
  const work = [deferred(), deferred(), deferred()];
  const started: number[] = [];
  const runs = work.map(({ promise }, index) =>
    gate(async () => {
      started.push(index);
      await promise;
      return index;
    }),
  );
  await Promise.resolve();
  expect(started).toEqual([0, 1]);
  await expect(gate(async () => 3)).rejects.toMatchObject({ code: 'tooMany' });
  work[1]?.resolve();
  expect(await runs[1]).toBe(1);
  for (const { resolve } of work) resolve();
  expect(await Promise.all(runs)).toEqual([0, 1, 2]);
});

test('work that fails frees its place', async () => {
  const gate = createGate({ width: 1, queue: 5 });
  await expect(gate(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await gate(async () => 'yes')).toBe('yes');
});
