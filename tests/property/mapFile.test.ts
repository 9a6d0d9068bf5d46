import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDocument } from '@/lib/document/createDocument';
import { readMap } from '@/lib/document/readMap';
import { toMapFile } from '@/lib/interchange/mapFile';
import { mapFileJsonSchema } from '@/lib/interchange/mapFileJsonSchema';
import { readMapFile } from '@/lib/interchange/readMapFile';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { withoutReasons } from '@/lib/map/reasons';
import { withoutDeleted } from '@/lib/map/withoutDeleted';
import { withoutVotes } from '@/lib/map/withoutVotes';
import { copyDocument, openDocument } from '@/tests/builders/document';
import { fileBaseline } from '@/tests/builders/fileBaseline';
import { smallMap } from '@/tests/builders/map';
import { editNames, performEdit } from '@/tests/builders/randomEdit';
import { runs, withSameIds } from './document/seeds';

const programVersion = '1.2.3';
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(mapFileJsonSchema());

const stories = fc.array(
  fc.record({ edit: fc.constantFrom(...editNames), dice: fc.array(fc.nat(10_000), { minLength: 1, maxLength: 12 }) }),
  { maxLength: 60 },
);

/** Calls a check with maps that people could have made: the small map after any edits. */
function withMaps(check: (map: JourneyMap) => void): void {
  fc.assert(
    fc.property(stories, (story) =>
      withSameIds(() => {
        const doc = openDocument(smallMap());
        for (const { edit, dice } of story) performEdit(doc, edit, dice);
        check(readMap(doc).map);
      }),
    ),
    runs(),
  );
}

describe('a map’s file', () => {
  test('says everything that people see on the map, and gives the same file again', () => {
    withMaps((map) => {
      const text = toMapFile(map, { programVersion });
      const { map: read, problems } = readMapFile(text);
      expect(problems).toEqual([]);
      expect(read).toEqual(withoutDeleted(map));
      const stored = readMap(copyDocument(createDocument(read ?? map)));
      expect(stored.issues.filter(({ problem }) => !problem.startsWith('unplaced'))).toEqual([]);
      expect(toMapFile(stored.map, { programVersion })).toBe(text);
    });
  });

  test('with what was deleted it holds all that a reader of the document can find', () => {
    withMaps((map) => {
      const text = toMapFile(map, { programVersion, deleted: true });
      const { map: read, problems } = readMapFile(text);
      expect([read, problems]).toEqual([map, []]);
      expect(toMapFile(readMap(copyDocument(createDocument(read ?? map))).map, { programVersion, deleted: true })).toBe(text);
    });
  });

  test('agrees with the published JSON Schema', () => {
    withMaps((map) => {
      for (const deleted of [false, true]) {
        validate(JSON.parse(toMapFile(map, { programVersion, deleted })));
        expect(validate.errors ?? []).toEqual([]);
      }
    });
  });

  test('of a future state says what that starts from, whatever both say, and gives the same file again', () => {
    withMaps((base) => {
      const content = withoutVotes(withoutReasons(withoutDeleted(base)));
      const text = toMapFile(smallMap(), { programVersion, baseline: fileBaseline({ content }) });
      validate(JSON.parse(text));
      expect(validate.errors ?? []).toEqual([]);
      const read = readMapFile(text);
      expect(read).toMatchObject({ map: smallMap(), problems: [] });
      const found = 'baseline' in read ? read.baseline : undefined;
      expect(found).toEqual(fileBaseline({ content }));
      expect(toMapFile(smallMap(), { programVersion, baseline: found })).toBe(text);
    });
  });

  test('whatever it says of what a future state starts from, reading it never throws, and the map comes all the same', () => {
    const junk = fc.oneof(
      fc.constantFrom(null, true, 0, -1, 3, 1e308, '', 'a0', '\ud800', 'a\u0000', '2026-11-20T08:30:00Z', 'f'.repeat(64), [], {}),
      fc.string({ unit: 'binary' }),
    );
    const facts = JSON.parse(toMapFile(smallMap(), { baseline: fileBaseline() })).baseline;
    const part = (name: 'source' | 'version' | 'content') => {
      const fields = fc.dictionary(fc.constantFrom(...Object.keys(facts[name]), '__proto__', 'x'), junk, { maxKeys: 3 });
      return fc.oneof(
        fields.map((change) => ({ ...facts[name], ...change })),
        fields,
        junk,
      );
    };
    const baselines = fc.record(
      {
        source: part('source'),
        version: part('version'),
        content: part('content'),
        signed: fc.oneof(fc.boolean(), junk),
        x: junk,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(baselines, junk), (baseline) => {
        const whole = { ...JSON.parse(toMapFile(smallMap(), { programVersion })), baseline };
        const read = readMapFile(JSON.stringify(whole, null, 1));
        expect(read.map).toEqual(smallMap());
        const found = 'baseline' in read ? read.baseline : undefined;
        // What is not taken is told, and what is taken can be stored, and be written again.
        if (!found) expect(read.problems.length).toBeGreaterThan(0);
        else {
          expect(JSON.stringify(found)).not.toMatch(/\\u0000|\\ud[89a-f]/);
          expect(Number.isNaN(Date.parse(found.version.at))).toBe(false);
          const again = readMapFile(toMapFile(smallMap(), { baseline: found }));
          expect('baseline' in again ? again.baseline : undefined).toEqual(found);
        }
      }),
      runs(),
    );
  });

  test('whatever it says, reading it never throws, and gives a map that a document can hold', () => {
    const keys = [
      'id',
      'pos',
      'order',
      'stepId',
      'laneId',
      'kind',
      'title',
      'text',
      'value',
      'deletedAt',
      '__proto__',
      'live',
      'revocable',
      'x',
    ];
    const values = fc.oneof(
      fc.constantFrom('step1', 'lane1', 'card1', 'persona1', 'a0', '', '\ud800', 'a\u0000', '999', 'Schritt 1'),
      fc.constantFrom(null, true, 0, -1, 1e308, [], {}),
      fc.string(),
    );
    const record = fc.dictionary(fc.constantFrom(...keys), fc.oneof(values, fc.dictionary(fc.constantFrom(...keys), values)));
    const body = fc.dictionary(
      fc.constantFrom(
        'stages',
        'steps',
        'cards',
        'lanes',
        'emotions',
        'moments',
        'touchpoints',
        'transitions',
        'links',
        'stepDepartments',
      ),
      fc.oneof(fc.array(fc.oneof(record, values)), values),
    );
    fc.assert(
      fc.property(body, (given) => {
        const text = JSON.stringify({ meta: {}, ...given }, null, 1);
        const { map, problems } = readMapFile(text);
        expect(map).not.toBeNull();
        if (!map) return;
        for (const { line } of problems) expect(line).toBeLessThanOrEqual(text.split('\n').length);
        const stored = readMap(copyDocument(createDocument(map)));
        expect(stored.map).toEqual(map);
        expect(readMapFile(toMapFile(map, { programVersion, deleted: true }))).toEqual({ map, problems: expect.anything() });
      }),
      runs(),
    );
  });
});
