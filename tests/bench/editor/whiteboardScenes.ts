import { generateNKeysBetween } from 'fractional-indexing';
import type { Note } from './notes';

// What a file of each whiteboard says about the notes: a box with a text in it, at its cheapest settings.

const margin = { x: 12, y: 10 };

/** Excalidraw's elements: a rectangle, and a text that belongs to it. Straight lines and plain fills, without its drawing by hand. */
export function excalidrawScene(notes: readonly Note[]): object[] {
  const indices = generateNKeysBetween(null, null, notes.length * 2);
  return notes.flatMap(({ id, box, text, lines }, at) => {
    const common = {
      ...{ angle: 0, strokeWidth: 1, strokeStyle: 'solid', roughness: 0, opacity: 100, groupIds: [], frameId: null },
      ...{ roundness: null, seed: at + 1, version: 1, versionNonce: 1, isDeleted: false, updated: 1, link: null, locked: false },
      fillStyle: 'solid',
    };
    const note = {
      ...common,
      ...{ id, type: 'rectangle', ...box, index: indices[2 * at], strokeColor: '#c8c8c8', backgroundColor: '#fff8d8' },
      boundElements: [{ id: `${id}-text`, type: 'text' }],
    };
    const label = {
      ...common,
      ...{ id: `${id}-text`, type: 'text', index: indices[2 * at + 1], strokeColor: '#1e1e1e', backgroundColor: 'transparent' },
      ...{ x: box.x + margin.x, y: box.y + margin.y, width: box.width - 2 * margin.x, height: box.height - 2 * margin.y },
      ...{ boundElements: null, containerId: id, text: lines.join('\n'), originalText: text, autoResize: true },
      ...{ fontSize: 14, fontFamily: 2, lineHeight: 1.25, textAlign: 'left', verticalAlign: 'top' },
    };
    return [note, label];
  });
}

/** tldraw's records: a rectangle with a label. */
export function tldrawScene(notes: readonly Note[]): object[] {
  const indices = generateNKeysBetween(null, null, notes.length);
  return notes.map(({ id, box, text }, at) => ({
    ...{ id: `shape:${id}`, typeName: 'shape', type: 'geo', parentId: 'page:page', index: indices[at], meta: {} },
    ...{ x: box.x, y: box.y, rotation: 0, isLocked: false, opacity: 1 },
    props: {
      ...{
        geo: 'rectangle',
        flipX: false,
        flipY: false,
        w: box.width,
        h: box.height,
        growY: 0,
        dash: 'solid',
        fill: 'solid',
        color: 'yellow',
      },
      ...{ labelColor: 'black', size: 's', font: 'sans', scale: 0.78, align: 'start', verticalAlign: 'start', url: '' },
      richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    },
  }));
}
