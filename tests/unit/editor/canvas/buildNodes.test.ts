import { describe, expect, it } from 'vitest';
import { listVisible } from '@/components/editor/canvas/geometry/visible';
import { buildNodes } from '@/components/editor/canvas/nodes/buildNodes';
import type { MapNode } from '@/components/editor/canvas/nodes/mapNode';
import { setText } from '@/lib/document/textReference';
import { cardsIn, indexOf, serviceCall } from '../editorFixture';

const all = { x: -1e5, y: -1e5, width: 2e5, height: 2e5 };

describe('nodes', () => {
  it('are made of all that is in view, each once, in reading order', () => {
    const index = indexOf(serviceCall());
    const nodes = buildNodes(index, listVisible(index, all), [], null, new Map());
    const ids = nodes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(
      // Title, curve, legend, and what is lost behind the failed moment.
      4 +
        index.layout.transitions.length +
        index.layout.stages.length +
        index.steps.length +
        index.lanes.length +
        index.layout.cards.length +
        index.layout.touchpoints.length,
    );
    expect(ids[0]).toBe('title');
    expect(ids.at(-1)).toBe('legend');
  });

  it('keep their identity where nothing changed: an edit of one card makes one node anew', () => {
    const doc = serviceCall();
    const before = indexOf(doc);
    const old = new Map(buildNodes(before, listVisible(before, all), [], null, new Map()).map((node) => [node.id, node]));
    const [id] = cardsIn(doc, 1, 0);
    const text = before.cardRecords.get(id ?? '')?.text ?? '';
    setText(doc, { reference: { type: 'card', id: id ?? '', field: 'text' }, text: text.replace(/.$/, 'x') });
    const after = indexOf(doc);
    const nodes = buildNodes(after, listVisible(after, all), [], null, old);
    expect(nodes.filter((node) => old.get(node.id) !== node).map((node) => node.id)).toEqual([`card:${id}`]);
  });

  it('leave a card alone while it is written in, as long as it needs no more room, and show its words afterwards', () => {
    const doc = serviceCall();
    const [id = ''] = cardsIn(doc, 1, 0);
    const open = { type: 'card', id } as const;
    const write = (text: string) => setText(doc, { reference: { ...open, field: 'text' }, text });
    const build = (editing: typeof open | null, old: Map<string, MapNode>) => {
      const index = indexOf(doc);
      return new Map(buildNodes(index, listVisible(index, all), [], editing, old).map((node) => [node.id, node]));
    };
    write('Opens');
    const opened = build(open, build(null, new Map()));
    write('Opens it');
    const written = build(open, opened);
    expect([...written].every(([key, node]) => opened.get(key) === node)).toBe(true);
    write('Opens it and reads every line of it to the very end');
    const grown = build(open, written);
    expect(grown.get(`card:${id}`)?.height).toBeGreaterThan(written.get(`card:${id}`)?.height ?? 0);
    expect(build(null, grown).get(`card:${id}`)?.data).toMatchObject({
      words: 'Opens it and reads every line of it to the very end',
      card: { text: { lines: [{ text: 'Opens it and reads every' }, { text: 'line of it to the very end' }] } },
    });
  });

  it('are there for what is selected, wherever it is', () => {
    const index = indexOf(serviceCall());
    const away = listVisible(index, { x: 90_000, y: 90_000, width: 10, height: 10 });
    const [card, step] = [index.layout.cards[0], index.steps[0]];
    const pinned = [
      { type: 'card', id: card?.id ?? '' },
      { type: 'cell', stepId: step?.id ?? '', laneId: index.lanes[0]?.id ?? '' },
      { type: 'card', id: 'gone' },
    ] as const;
    expect(buildNodes(index, away, pinned, null, new Map()).map(({ type }) => type)).toEqual(['card', 'cell']);
  });
});
