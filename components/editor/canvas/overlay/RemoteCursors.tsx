'use client';

import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { Point } from '@/lib/map/layout/types';
import { presenceColour } from '../../presence/presenceColour';
import { useEditor, usePresence } from '../../session/EditorContext';
import type { RemotePresence } from '../../session/remotePresence';
import { useReadable } from '../../session/useReadable';

/** Time in milliseconds in which a cursor covers most of the way to where it is now: one message and a bit. */
const smoothing = 90;

function Cursor({ person, at }: { person: RemotePresence; at: Point }) {
  const flow = useStoreApi();
  const element = useRef<HTMLDivElement>(null);
  const shown = useRef<Point>(at);
  const target = useRef<Point>(at);
  target.current = at;

  useEffect(() => {
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    let frame = 0;
    let before = performance.now();
    const draw = (now: number): void => {
      const part = calm ? 1 : 1 - Math.exp(-(now - before) / smoothing);
      before = now;
      const { x, y } = shown.current;
      const next = { x: x + (target.current.x - x) * part, y: y + (target.current.y - y) * part };
      shown.current = next;
      const [left, top, zoom] = flow.getState().transform;
      if (element.current) element.current.style.transform = `translate(${next.x * zoom + left}px, ${next.y * zoom + top}px)`;
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [flow]);

  const colour = presenceColour(person.user.colour);
  return (
    <div ref={element} className="map-cursor" data-remote-cursor={person.user.name}>
      <svg aria-hidden="true" width={20} height={22} viewBox="0 0 20 22">
        <path d="M2 2L17 9.5L10 11.5L7 18.5Z" fill={colour} stroke="var(--surface)" strokeWidth={1.75} strokeLinejoin="round" />
      </svg>
      <span className="map-cursor-name" style={{ background: colour }}>
        {person.user.name}
      </span>
    </div>
  );
}

/** The others' pointers with their names, as large at every zoom, gliding from message to message. */
export function RemoteCursors() {
  const others = usePresence();
  // They are on the live map.
  const isLooking = useReadable(useEditor().session.isLooking);
  return (
    <div aria-hidden="true" className="map-cursors">
      {(isLooking ? [] : others).map((person) => {
        const at = person.state.cursor;
        return at ? <Cursor key={person.clientId} person={person} at={at} /> : null;
      })}
    </div>
  );
}
