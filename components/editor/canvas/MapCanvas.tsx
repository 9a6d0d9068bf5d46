'use client';

import '@xyflow/react/dist/base.css';
import './canvas.css';
import { ReactFlowProvider } from '@xyflow/react';
import { useLayoutEffect, useRef, useState } from 'react';
import { CanvasSurface } from './CanvasSurface';
import type { Size } from './geometry/viewport';

/** The map as a canvas. It fills its positioned parent, and begins once it knows how large that is, so that the first picture is the right one. */
export function MapCanvas() {
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const rect = frame.current?.getBoundingClientRect();
    if (rect) setSize({ width: rect.width, height: rect.height });
  }, []);
  return (
    <div ref={frame} className="absolute inset-0">
      {size ? (
        <ReactFlowProvider>
          <CanvasSurface size={size} />
        </ReactFlowProvider>
      ) : null}
    </div>
  );
}
