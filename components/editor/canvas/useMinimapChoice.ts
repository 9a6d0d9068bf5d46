import { useStore as useFlowStore } from '@xyflow/react';
import { useState } from 'react';
import type { Size } from './geometry/viewport';

const key = 'wegmarke.minimap';

function read(): boolean | null {
  try {
    const stored = localStorage.getItem(key);
    return stored === null ? null : stored === 'shown';
  } catch {
    // Storage may be forbidden; then the choice lasts as long as the page.
    return null;
  }
}

/** A canvas that is smaller than this would be covered by it rather than overlooked. */
const room = { width: 640, height: 480 };
/** On one as large as this it is shown without being asked for: there it covers little. */
const plenty = { width: 1680, height: 900 };

export type MinimapChoice = { shown: boolean; hasRoom: boolean; toggle: () => void };

const holds = (size: Size, least: Size): boolean => size.width >= least.width && size.height >= least.height;

/** Whether the overview map is shown; what somebody chooses is remembered on this device. `first`: the canvas' size before it was measured. */
export function useMinimapChoice(first: Size): MinimapChoice {
  const sizeOf = ({ width, height }: Size): Size => (width === 0 ? first : { width, height });
  const hasRoom = useFlowStore((state) => holds(sizeOf(state), room));
  const hasPlenty = useFlowStore((state) => holds(sizeOf(state), plenty));
  const [choice, setChoice] = useState(read);
  const shown = hasRoom && (choice ?? hasPlenty);
  const toggle = (): void => {
    setChoice(!shown);
    try {
      localStorage.setItem(key, shown ? 'hidden' : 'shown');
    } catch {
      // See above.
    }
  };
  return { shown, hasRoom, toggle };
}
