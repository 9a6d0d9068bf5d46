'use client';

import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AgendaItem } from '@/lib/workshop/state';
import { useEditor } from '../../session/EditorContext';
import { useWorkshopWork } from '../useWorkshopWork';

type Drag = { id: string; from: number; start: number; offset: number; to: number };

/** Moves items of a list by their handles: by arrow keys, mouse or finger. */
export type Reorder = {
  draggedId: string | null;
  /** How far the dragged item is from its place, in pixels. */
  offset: number;
  /** Which item it is dropped at: below it when dragged down, else above. */
  dropIndex: number | null;
  isDown: boolean;
  /** What was just done, for screen readers. */
  told: string;
  handle(id: string): React.ComponentProps<'button'>;
};

const handleClass =
  'flex h-9 w-8 shrink-0 cursor-grab touch-none items-center justify-center rounded-md text-ink-faint hover:bg-hover hover:text-ink active:cursor-grabbing pointer-coarse:size-11';

export function useReorder(list: RefObject<HTMLElement | null>, agenda: readonly AgendaItem[]): Reorder {
  const t = useTranslations('workshop.agenda');
  const { workshop } = useEditor();
  const { act } = useWorkshopWork();
  const [drag, setDrag] = useState<Drag | null>(null);
  const [told, setTold] = useState('');

  const moveTo = async (id: string, to: number): Promise<void> => {
    const others = agenda.filter((item) => item.id !== id);
    if (to < 0 || to > others.length || agenda[to]?.id === id) return;
    if (!(await act({ type: 'agenda.move', id, afterId: others[to - 1]?.id ?? null }))) return;
    const now = workshop.getState().workshop.state.agenda;
    const at = now.findIndex((item) => item.id === id);
    setTold(t('moved', { title: now[at]?.title || t('untitled'), number: at + 1, count: now.length }));
    // A row that was put elsewhere has lost the focus.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-agenda-handle="${id}"]`)?.focus());
  };

  /** Over which item a place on the screen is. */
  const indexAt = (y: number): number => {
    const rows = [...(list.current?.children ?? [])].filter((row) => row.getAttribute('data-agenda-item') !== drag?.id);
    const above = rows.filter((row) => {
      const { top, height } = row.getBoundingClientRect();
      return top + height / 2 < y;
    });
    return above.length;
  };

  return {
    draggedId: drag?.id ?? null,
    offset: drag?.offset ?? 0,
    dropIndex: drag && drag.to !== drag.from ? drag.to : null,
    isDown: drag !== null && drag.to > drag.from,
    told,
    handle: (id) => {
      const index = agenda.findIndex((item) => item.id === id);
      return {
        ...{ 'data-agenda-handle': id },
        className: handleClass,
        onKeyDown: (event: KeyboardEvent) => {
          const to = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: agenda.length - 1 }[event.key];
          if (to === undefined) return;
          event.preventDefault();
          void moveTo(id, to);
        },
        onPointerDown: (event: PointerEvent) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ id, from: index, start: event.clientY, offset: 0, to: index });
        },
        onPointerMove: (event: PointerEvent) => {
          if (drag) setDrag({ ...drag, offset: event.clientY - drag.start, to: indexAt(event.clientY) });
        },
        onPointerUp: () => {
          if (drag) void moveTo(drag.id, drag.to);
          setDrag(null);
        },
        onPointerCancel: () => setDrag(null),
      };
    },
  };
}
