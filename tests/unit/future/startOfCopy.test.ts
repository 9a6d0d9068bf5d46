import { expect, test } from 'vitest';
import type { FutureFacts } from '@/components/editor/future/futureRequests';
import { startOfCopy } from '@/components/editor/future/startOfCopy';
import { toCopyFile } from '@/components/editor/session/recoveredCopies';
import { readMapFile } from '@/lib/interchange/readMapFile';
import { mapBuilder, smallMap } from '@/tests/builders/map';

const origin: NonNullable<FutureFacts['origin']> = {
  source: { place: 'here', mapId: 'map1', title: 'A bill that is too high' },
  version: { number: 3, name: 'Agreed', at: '2026-11-20T08:30:00.000Z', isThere: true },
  ...{ wasBaseline: true, isBaseline: true, hasContent: true, fromFile: false },
};
const facts = { origin, left: [], futures: [] };

test('a copy that is saved from the page says what the map starts from, as far as the page knows', () => {
  const start = startOfCopy({ facts, base: smallMap() }, 'future');
  expect(start).toEqual({
    source: { id: 'map1', title: 'A bill that is too high' },
    version: { id: null, number: 3, name: 'Agreed', at: '2026-11-20T08:30:00.000Z', contentHash: null },
    ...{ signed: true, content: smallMap() },
  });
  expect(startOfCopy({ facts: { ...facts, origin: null }, base: null }, 'future')).toBeUndefined();
  expect(startOfCopy({ facts: null, base: null }, 'current')).toBeUndefined();
  // Opened without network: it is one, and from what is not known.
  expect(startOfCopy({ facts: null, base: null }, 'future')).toBeNull();
});

test('the file of a copy holds all of the map, and is read with what it starts from', async () => {
  const map = mapBuilder({ kind: 'future' }).toMap();
  const start = startOfCopy({ facts, base: smallMap() }, 'future');
  const read = readMapFile(await toCopyFile(map, start).text());
  expect(read).toMatchObject({ map, problems: [], baseline: start });
  const unknown = readMapFile(await toCopyFile(map, null).text());
  expect(unknown.problems.map(({ key }) => key)).toEqual(['json.baselineWithheld']);
});
