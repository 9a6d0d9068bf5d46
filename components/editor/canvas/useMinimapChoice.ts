import { useState } from 'react';

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

/** Whether the overview map is shown; remembered on this device. `standard` holds until somebody chooses. */
export function useMinimapChoice(standard: boolean): { shown: boolean; toggle: () => void } {
  const [shown, setShown] = useState(() => read() ?? standard);
  const toggle = (): void => {
    setShown(!shown);
    try {
      localStorage.setItem(key, shown ? 'hidden' : 'shown');
    } catch {
      // See above.
    }
  };
  return { shown, toggle };
}
