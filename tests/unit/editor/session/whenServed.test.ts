import { expect, test } from 'vitest';
import { whenServed } from '@/components/editor/offline/whenServed';
import { createWritable } from '@/components/editor/session/readable';
import type { SaveState } from '@/components/editor/session/saveState';

const offline: SaveState = { kind: 'offline', cause: 'network', changes: 1, kept: true };

test('a page waits until the server has given the map, and is told once', () => {
  const state = createWritable<SaveState>({ kind: 'loading' });
  let told = 0;
  whenServed(state, () => told++);
  for (const next of [offline, { kind: 'readOnly', online: false } as const]) state.set(next);
  expect(told).toBe(0);
  state.set({ kind: 'saving', changes: 1 });
  state.set({ kind: 'saved' });
  expect(told).toBe(1);
});

test('a page that is served already is told at once; one that is left, never', () => {
  let told = 0;
  whenServed(createWritable<SaveState>({ kind: 'readOnly', online: true }), () => told++);
  const state = createWritable<SaveState>(offline);
  whenServed(state, () => told++)();
  state.set({ kind: 'saved' });
  expect(told).toBe(1);
});
