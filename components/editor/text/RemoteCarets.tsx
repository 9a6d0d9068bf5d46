'use client';

import { type RefObject, useLayoutEffect, useState } from 'react';
import type * as Y from 'yjs';
import { findTextPosition } from '@/lib/document/textPosition';
import { onPresenceColour, presenceColour } from '../presence/presenceColour';
import { type CaretBox, caretBox, selectionBoxes } from './caretGeometry';
import type { RemoteCaret } from './useRemoteCarets';

type Props = {
  carets: readonly RemoteCaret[];
  text: Y.Text;
  mirror: RefObject<HTMLElement | null>;
  /** What the mirror shows; a change means measuring again. */
  value: string;
};

type Drawn = { caret: RemoteCaret; head: CaretBox; selection: CaretBox[] };

/** Carets and selections of the others over a textarea, measured on its mirror. */
export function RemoteCarets({ carets, text, mirror, value }: Props) {
  const [drawn, setDrawn] = useState<readonly Drawn[]>([]);
  const [width, setWidth] = useState(0);

  useLayoutEffect(() => {
    const element = mirror.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [mirror]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: value and width say when the mirror's lines are others
  useLayoutEffect(() => {
    const element = mirror.current;
    setDrawn(element ? carets.flatMap((caret) => measure(element, text, caret) ?? []) : []);
  }, [carets, text, mirror, value, width]);

  return drawn.map(({ caret, head, selection }) => {
    const colour = presenceColour(caret.user.colour);
    return (
      <span key={caret.clientId} data-remote-caret={caret.user.name}>
        {selection.map((box) => (
          <span
            key={`${box.left}:${box.top}`}
            className="absolute rounded-xs opacity-25"
            style={{ ...box, background: colour }}
          />
        ))}
        <span
          className="absolute w-0.5 -translate-x-px rounded-full"
          style={{ left: head.left, top: head.top, height: head.height, background: colour }}
        >
          <span
            // A new place starts the fading anew.
            key={`${caret.head}:${value.length}`}
            className="absolute bottom-full left-0 max-w-40 animate-caret-name truncate rounded-sm px-1 py-px font-semibold text-[0.625rem] leading-tight"
            style={{ background: colour, color: onPresenceColour }}
          >
            {caret.user.name}
          </span>
        </span>
      </span>
    );
  });
}

function measure(mirror: HTMLElement, text: Y.Text, caret: RemoteCaret): Drawn | null {
  const headAt = findTextPosition(text, caret.head);
  const anchorAt = findTextPosition(text, caret.anchor);
  const head = headAt === null ? null : caretBox(mirror, headAt);
  if (headAt === null || !head) return null;
  const from = anchorAt ?? headAt;
  return { caret, head, selection: selectionBoxes(mirror, Math.min(from, headAt), Math.max(from, headAt)) };
}
