import { useStore as useFlowStore } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { type MapReference, referenceKey } from '../reference';
import { useEditor } from '../session/EditorContext';
import type { MapIndex } from './geometry/mapIndex';
import { countVisible, listVisible, maxNodesInView, type Visible, windowOf } from './geometry/visible';
import { buildNodes } from './nodes/buildNodes';
import type { MapNode } from './nodes/mapNode';

const nothing: Visible = {
  stages: [],
  steps: [],
  lanes: [],
  cards: [],
  touchpoints: [],
  said: [],
  transitions: [],
  title: false,
  curve: false,
  legend: false,
};

/** At most so many selected things are kept as nodes outside of the view, or while the map is painted. */
const maxPinned = 100;

/**
 * The nodes for what is in view, or, when that is too much, only what is selected, hovered and edited, with everything else `painted`.
 */
export function useVisibleNodes(index: MapIndex): { nodes: MapNode[]; painted: boolean } {
  const { selection } = useEditor();
  const key = useFlowStore(({ transform: [x, y, zoom], width, height }) => {
    const window = windowOf({ x, y, zoom }, { width, height });
    return `${window.x} ${window.y} ${window.width} ${window.height}`;
  });
  const selected = useStore(selection, (state) => state.selected);
  const editing = useStore(selection, (state) => state.editing);
  const hovered = useStore(selection, (state) => (state.hovered ? referenceKey(state.hovered) : ''));
  const previous = useRef<ReadonlyMap<string, MapNode>>(new Map());
  const before = useRef<readonly MapNode[]>([]);

  const result = useMemo(() => {
    const [x = 0, y = 0, width = 0, height = 0] = key.split(' ').map(Number);
    const visible = listVisible(index, { x, y, width, height });
    const painted = countVisible(visible) > maxNodesInView;
    const pinned: MapReference[] = selected.slice(-maxPinned);
    const over = painted && hovered !== '' ? selection.getState().hovered : null;
    if (over) pinned.unshift(over);
    const nodes = buildNodes(index, painted ? nothing : visible, pinned, editing, previous.current);
    const same = nodes.length === before.current.length && nodes.every((node, at) => node === before.current[at]);
    return { nodes: same ? (before.current as MapNode[]) : nodes, painted };
  }, [index, key, selected, editing, hovered, selection]);

  useEffect(() => {
    before.current = result.nodes;
    previous.current = new Map(result.nodes.map((node) => [node.id, node]));
  }, [result]);
  return result;
}
