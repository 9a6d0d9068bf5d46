import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createLooking } from '@/components/editor/session/looking';
import { createShownMap } from '@/components/editor/session/shownMap';
import { createDocument } from '@/lib/document/createDocument';
import { createMapStore } from '@/lib/document/mapStore';
import { setText, textOf } from '@/lib/document/textReference';
import { smallMap } from '../../../builders/map';

const reference = { type: 'meta', field: 'title' } as const;

function open() {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, createDocument(smallMap()));
  const whole = createMapStore(doc);
  const map = createShownMap(doc, whole, () => '', { round: null, toldAt: 0 });
  const told: [string, boolean][] = [];
  const looking = createLooking(doc, map, () => undefined);
  map.subscribe(() => told.push([map.getSnapshot().map.meta.title, looking.isLooking.get()]));
  const rename = (text: string): void => {
    setText(doc, { reference, text });
  };
  return { doc, map, looking, told, rename };
}

describe('looking at a version', () => {
  test('shows it in place of the live map, which goes on beneath', () => {
    const { map, looking, told, rename } = open();
    const version = structuredClone(map.live());
    rename('Later');
    looking.lookAt(version);
    expect(map.getSnapshot().map).toBe(version);
    rename('Later still');
    expect(map.getSnapshot().map).toBe(version);
    expect(map.live().meta.title).toBe('Later still');
    looking.lookAt(null);
    expect(map.getSnapshot().map.meta.title).toBe('Later still');
    expect(told.at(-1)).toEqual(['Later still', false]);
    expect(told).toContainEqual([version.meta.title, true]);
  });

  test('shows its texts, and the live ones again', () => {
    const { doc, map, looking, rename } = open();
    const version = structuredClone(map.live());
    rename('Later');
    expect(looking.shownDoc()).toBe(doc);
    looking.lookAt(version);
    const shown = looking.shownDoc();
    expect(looking.shownDoc()).toBe(shown);
    expect(textOf(shown, reference)?.toString()).toBe(version.meta.title);
    looking.lookAt({ ...version, meta: { ...version.meta, title: 'Another' } });
    expect(textOf(looking.shownDoc(), reference)?.toString()).toBe('Another');
    looking.lookAt(null);
    expect(textOf(looking.shownDoc(), reference)?.toString()).toBe('Later');
  });
});
