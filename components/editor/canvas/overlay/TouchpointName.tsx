'use client';

import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react';
import { updateTouchpoint } from '@/lib/document/operations/touchpoints';
import { useEditor } from '../../session/EditorContext';
import { useCanvas } from '../CanvasContext';

type Props = {
  id: string;
  label: string;
  style: CSSProperties;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onBlur: () => void;
};

/** The name of a touchpoint while it is edited: one value, written when it is left. Escape leaves it as it was. */
export function TouchpointName({ id, label, style, onKeyDown, onBlur }: Props) {
  const { doc, session } = useEditor();
  const { index } = useCanvas();
  const input = useRef<HTMLTextAreaElement>(null);
  const abandoned = useRef(false);
  const findName = (): string => {
    for (const step of index.get().map.steps) {
      const touchpoint = step.touchpoints.find((candidate) => candidate.id === id);
      if (touchpoint) return touchpoint.name;
    }
    return '';
  };
  useEffect(() => {
    const element = input.current;
    element?.focus({ preventScroll: true });
    element?.select();
    return () => {
      if (element && !abandoned.current && session.canWrite.get() && element.value !== element.defaultValue)
        updateTouchpoint(doc, { id, name: element.value });
    };
  }, [doc, session, id]);
  return (
    <textarea
      ref={input}
      rows={1}
      maxLength={200}
      aria-label={label}
      defaultValue={findName()}
      className="map-editor-text"
      style={style}
      onKeyDown={(event) => {
        if (event.key === 'Escape') abandoned.current = true;
        onKeyDown(event);
      }}
      onBlur={onBlur}
    />
  );
}
