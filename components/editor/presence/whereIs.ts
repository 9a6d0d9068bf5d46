import { toReference } from '../canvas/geometry/parseReference';
import type { NavigationTarget } from '../session/navigation';
import type { RemotePresence } from '../session/remotePresence';
import { recordKeyOf } from '../text/textKey';

/** Where on the map a person is: at the text they type in, what they drag or have selected, their pointer, or what they look at. */
export function whereIs(pages: readonly RemotePresence[]): NavigationTarget | null {
  for (const { state } of pages) {
    const key = state.editing?.key ?? state.dragging?.keys[0] ?? state.selection?.at(-1);
    const reference = key === undefined ? null : toReference(recordKeyOf(key));
    if (reference) return reference;
    const near = state.near ? { near: state.near } : {};
    if (state.cursor) return { type: 'point', ...state.cursor, ...near };
    if (state.viewport) {
      const { x, y, width, height } = state.viewport;
      return { type: 'point', x: x + width / 2, y: y + height / 2, ...near };
    }
    const step = state.near ? toReference(state.near) : null;
    if (step) return step;
  }
  return null;
}
