'use client';

import dynamic from 'next/dynamic';
import { Suspense } from 'react';
import { useStore } from 'zustand';
import { useEditor } from '../../session/EditorContext';
import { useBringBackKey } from './useBringBack';
import { usePartsSource } from './usePartsSource';

const BringBackDialog = dynamic(() => import('./BringBackDialog').then((module) => module.BringBackDialog));

/** Bringing parts of a version back: what they can be brought back from, the key that asks for it, and the window that says what happens. */
export function BringBack({ mayRestore }: { mayRestore: boolean }) {
  const { parts } = useEditor();
  const asked = useStore(parts, (state) => state.asked);
  usePartsSource(mayRestore);
  useBringBackKey();
  return <Suspense>{asked ? <BringBackDialog asked={asked} onClose={parts.getState().close} /> : null}</Suspense>;
}
