import type { useStoreApi } from '@xyflow/react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Announce, CommandContext } from '../commands/command';
import { createCommandRunner } from '../commands/createCommandRunner';
import { useEditor } from '../session/EditorContext';
import { createWritable } from '../session/readable';
import type { Canvas } from './CanvasContext';
import { createCanvasView } from './canvasView';
import type { MapIndex } from './geometry/mapIndex';
import { createGestureStore } from './gestures';
import { coveredPlaces } from './interaction/coveredPlaces';
import { createClipboard } from './interaction/createClipboard';
import { trackFocus } from './interaction/trackFocus';
import { useNotices } from './useNotices';

/** Milliseconds in which the view goes to another place. */
const smoothly = 180;

/** Makes what the parts of the canvas share, once, and keeps its index the newest. `sentence` is what screen readers are told now. */
export function useCreateCanvas(index: MapIndex, flow: ReturnType<typeof useStoreApi>): { canvas: Canvas; sentence: string } {
  const editor = useEditor();
  const t = useTranslations('editor.announce');
  const notify = useNotices();
  const root = useRef<HTMLDivElement>(null);
  const [sentence, setSentence] = useState('');
  const [indexStore] = useState(() => createWritable(index));
  const latest = useRef({ editor, t, notify });
  latest.current = { editor, t, notify };

  // Before the browser paints, so that layers and nodes are never of two different states.
  useLayoutEffect(() => indexStore.set(index), [indexStore, index]);

  const focus = useMemo(() => trackFocus(root), []);
  useEffect(() => focus.start(), [focus]);

  const canvas = useMemo<Canvas>(() => {
    const view = createCanvasView({
      viewport: () => {
        const [x, y, zoom] = flow.getState().transform;
        return { x, y, zoom };
      },
      size: () => {
        const { width, height } = flow.getState();
        return { width, height };
      },
      origin: () => {
        const rect = root.current?.getBoundingClientRect();
        return { x: rect?.left ?? 0, y: rect?.top ?? 0 };
      },
      covered: () => (root.current ? coveredPlaces(root.current) : []),
      duration: () => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : smoothly),
      set: (viewport, duration) => void flow.getState().panZoom?.setViewport(viewport, { duration }),
    });
    const say = (text: string): void => {
      // The same sentence twice is read twice only if it differs.
      setSentence((before) => (before === text ? `${text}\u00a0` : text));
    };
    const announce: Announce = (key, values) => say(latest.current.t(key, { count: 0, value: 0, ...values }));
    const drafts = new Set<string>();
    const context = (): CommandContext => ({
      doc: latest.current.editor.doc,
      canWrite: latest.current.editor.canWrite,
      undo: latest.current.editor.undo,
      selection: latest.current.editor.selection,
      comments: latest.current.editor.comments,
      index: indexStore.get(),
      view,
      drafts,
      focusCanvas: () => root.current?.focus({ preventScroll: true }),
      announce,
      notify: (notice) => latest.current.notify(notice),
    });
    return {
      index: indexStore,
      view,
      gestures: createGestureStore(),
      root,
      commands: createCommandRunner(context),
      drafts,
      clipboard: createClipboard(context),
      context,
      announce: say,
      hasFocus: focus.isInside,
    };
  }, [flow, focus, indexStore]);
  return { canvas, sentence };
}
