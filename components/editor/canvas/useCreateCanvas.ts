import type { useStoreApi } from '@xyflow/react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Emphasis } from '@/lib/map/emphasis';
import type { Point } from '@/lib/map/layout/types';
import type { Announce, CommandContext } from '../commands/command';
import { createCommandRunner } from '../commands/createCommandRunner';
import { useEditor } from '../session/EditorContext';
import { createWritable } from '../session/readable';
import type { StructureQuestion } from '../structure/question';
import { createPastedTableStore } from '../table/pastedTable';
import type { Canvas } from './CanvasContext';
import { createCanvasView } from './canvasView';
import type { MapIndex } from './geometry/mapIndex';
import type { GestureStore } from './gestures';
import { coveredPlaces } from './interaction/coveredPlaces';
import { createClipboard } from './interaction/createClipboard';
import { trackFocus } from './interaction/trackFocus';
import { useNotices } from './useNotices';

/** Milliseconds in which the view goes to another place. */
const smoothly = 180;

/** Makes what the parts of the canvas share, once, and keeps its index the newest. `sentence` is what screen readers are told now. */
export function useCreateCanvas(
  index: MapIndex,
  gestures: GestureStore,
  flow: ReturnType<typeof useStoreApi>,
): { canvas: Canvas; sentence: string } {
  const editor = useEditor();
  const t = useTranslations('editor.announce');
  const unnamed = useTranslations('editor.inspector')('personaUnnamed');
  const notify = useNotices();
  const root = useRef<HTMLDivElement>(null);
  const [sentence, setSentence] = useState('');
  const [indexStore] = useState(() => createWritable(index));
  const latest = useRef({ editor, t, notify, unnamed });
  latest.current = { editor, t, notify, unnamed };

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
    const pointer: { current: Point | null } = { current: null };
    const connecting = createWritable<string | null>(null);
    const pastedTable = createPastedTableStore();
    const question = createWritable<StructureQuestion | null>(null);
    const context = (): CommandContext => ({
      doc: latest.current.editor.doc,
      mapId: latest.current.editor.session.mapId,
      workspaceId: latest.current.editor.workspaceId,
      role: latest.current.editor.role,
      canWrite: latest.current.editor.canWrite,
      undo: latest.current.editor.undo,
      selection: latest.current.editor.selection,
      comments: latest.current.editor.comments,
      voting: latest.current.editor.voting,
      index: indexStore.get(),
      view,
      drafts,
      locks: latest.current.editor.session.locks,
      isHidden: (id) => latest.current.editor.session.silent.getState().mine.has(id),
      lens: latest.current.editor.lens,
      chooseTarget: connecting.set,
      pastedTable,
      personaView: latest.current.editor.personaView,
      personaName: (id) => {
        const persona = latest.current.editor.session.map.getSnapshot().map.personas.find((candidate) => candidate.id === id);
        return persona ? persona.name.trim() || latest.current.unnamed : null;
      },
      files: latest.current.editor.files,
      focusCanvas: () => root.current?.focus({ preventScroll: true }),
      afterLayout(act) {
        const leave = indexStore.subscribe(() => {
          leave();
          act(context());
        });
      },
      pointerAt: () => pointer.current && view.pointAt(pointer.current),
      lookHere: (place) => latest.current.editor.together.getState().lookHere(place),
      announce,
      ask: question.set,
      notify: (notice) => latest.current.notify(notice),
    });
    return {
      index: indexStore,
      view,
      gestures,
      emphasis: createWritable<Emphasis | null>(null),
      connecting,
      root,
      pointer,
      commands: createCommandRunner(context),
      drafts,
      pastedTable,
      question,
      clipboard: createClipboard(context),
      context,
      announce: say,
      hasFocus: focus.isInside,
    };
  }, [flow, focus, gestures, indexStore]);
  return { canvas, sentence };
}
