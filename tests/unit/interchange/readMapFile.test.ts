import { describe, expect, test } from 'vitest';
import { toMapFile } from '@/lib/interchange/mapFile';
import { readMapFile } from '@/lib/interchange/readMapFile';
import { keepReport, toReport } from '@/lib/interchange/report';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { maxTextLength } from '@/lib/map/text';
import { mapWithReasons, smallMap } from '@/tests/builders/map';

const file = toMapFile(smallMap(), { programVersion: '1.0.0', origin: 'https://maps.example.org' });

/** What is said about a file, each as `line path key`. */
function problemsOf(text: string): string[] {
  return readMapFile(text).problems.map(({ line, path = '', key }) => `${line} ${path} ${key}`);
}

/** The small map's file with one piece of text replaced. */
function changed(from: string, to: string): string {
  expect(file).toContain(from);
  return file.replace(from, to);
}

/** The line on which a text stands in another. */
const lineOf = (text: string, piece: string): number => text.slice(0, text.indexOf(piece)).split('\n').length;

type Draft = Record<string, Record<string, unknown>[]>;

/** The small map's file after a change of its data. */
function edited(change: (map: Draft) => void): string {
  const whole = JSON.parse(file);
  change(whole.map);
  return JSON.stringify(whole, null, 2);
}

describe('reasons in a file', () => {
  const withReasons = (change: (reasons: Record<string, unknown>[]) => void): string => {
    const whole = JSON.parse(toMapFile(mapWithReasons(), { programVersion: '1.0.0' }));
    change(whole.map.reasons);
    return JSON.stringify(whole, null, 2);
  };

  test('are read as they were, in whatever order their answers stand', () => {
    const text = withReasons((reasons) => {
      for (const { answers } of reasons) if (Array.isArray(answers)) answers.reverse();
    });
    expect(readMapFile(text)).toEqual({ map: mapWithReasons(), problems: [] });
  });

  test('find what other programs number or name, and tell what is no answer and no aim', () => {
    const text = withReasons(([first, second]) => {
      Object.assign(first ?? {}, {
        about: { collection: 'steps', id: 'Schritt 1' },
        answers: [{ type: 'card', id: 'Zettel 1' }],
      });
      Object.assign(second ?? {}, {
        answers: [
          { type: 'card', id: 7 },
          { type: 'rumour', id: 'x' },
        ],
        aim: { kind: 'fame' },
      });
    });
    const { map, problems } = readMapFile(text);
    const [first, second] = map?.reasons ?? [];
    expect(first?.about.id).toMatch(/^Schritt-1-/);
    expect(first?.answers).toMatchObject([{ type: 'card', id: expect.stringMatching(/^Zettel-1-/) }]);
    expect([second?.answers, second?.aim]).toEqual([[{ type: 'card', id: '7' }], undefined]);
    expect(problems.map(({ path, key }) => `${path} ${key}`)).toEqual([
      'map.reasons.1.aim json.valueLeftOut',
      'map.reasons.1.answers json.valueChanged',
    ]);
  });
});

describe('a file', () => {
  test('names its format, its version, its program and its schema, in this order', () => {
    expect(Object.entries(JSON.parse(file)).slice(0, 5)).toEqual([
      ['$schema', 'https://maps.example.org/schemas/journey-map.v1.json'],
      ['format', 'wegmarke/journey-map'],
      ['version', 1],
      ['program', { name: 'Wegmarke', version: '1.0.0' }],
      ['deleted', false],
    ]);
    expect(file.endsWith('  }\n}\n')).toBe(true);
    expect(readMapFile(file)).toEqual({ map: smallMap(), problems: [] });
  });

  test('may be a bare map, as older exports are, with a byte-order mark and Windows line ends', () => {
    expect(readMapFile(`\ufeff${toCanonicalJson(smallMap()).replaceAll('\n', '\r\n')}`)).toEqual({
      map: smallMap(),
      problems: [],
    });
    expect(readMapFile('{"steps": []}').map?.steps).toEqual([]);
  });

  test.each([
    ['', '1  json.syntax'],
    ['{\n  "format": "wegmarke/journey-map",\n  "version": }', '3  json.syntax'],
    ['{"steps": [1,]}', '1  json.syntax'],
    ['{"steps": []} // nothing', '1  json.syntax'],
    ['[]', '1  json.notAMap'],
    ['"journey"', '1  json.notAMap'],
    ['{"nodes": []}', '1  json.notAMap'],
    ['{\n"format": "mural",\n"version": 1}', '2 format json.otherFormat'],
    ['{"format": "wegmarke/journey-map", "map": {}}', '1 version json.noVersion'],
    ['{"format": "wegmarke/journey-map",\n\n"version": 2, "map": {}}', '3 version json.newer'],
    ['{"format": "wegmarke/journey-map", "version": 1, "map": []}', '1 map json.notAMap'],
    [`{"steps": ${'['.repeat(100_000)}`, '1  json.tooDeep'],
    [`{"meta": ${'{"a":'.repeat(100_000)}`, '1  json.tooDeep'],
  ])('that is none is refused with a sentence: %.40s', (text, expected) => {
    expect(readMapFile(text).map).toBeNull();
    expect(problemsOf(text)).toEqual([expected]);
    expect(toReport(readMapFile(text).problems, 'de')[0]?.message).not.toContain('json.');
  });
});

describe('what is wrong in a file is mended, with its line and path', () => {
  test.each<[string, string, string, string]>([
    ['"kind": "painPoint"', '"kind": "pain"', 'map.cards.2.kind', 'json.valueChanged'],
    ['"value": -1.5', '"value": -15', 'map.emotions.1.value', 'json.valueChanged'],
    ['"title": "Calls"', '"title": 5', 'map.steps.1.title', 'json.valueChanged'],
    ['"share": 0.38', '"share": "many"', 'map.transitions.0.share', 'json.valueLeftOut'],
    ['"duration": 4', '"duration": 4, "mood": "bad"', 'map.steps.1.mood', 'json.valueLeftOut'],
    ['"title": "Calls"', '"title": "Ca\\u0000lls"', 'map.steps.1.title', 'json.charactersLeftOut'],
    ['"kind": "thinking"', '"kind": "dreaming"', 'map.lanes.1.kind', 'json.laneKindUnknown'],
    ['"to": "step2"', '"to": "step9"', 'map.transitions.0', 'json.targetMissing'],
    ['"id": "touchpoint2"', '"id": "touchpoint1"', 'map.touchpoints.1.id', 'json.idTwice'],
    ['"goal": ', '"__proto__": {"polluted": true}, "goal": ', 'map.meta.__proto__', 'json.valueLeftOut'],
    ['"goal": ', '"goal": "first",\n      "goal": ', 'map.meta.goal', 'json.keyTwice'],
    ['"stages": [', '"boards": [1], "stages": [', 'map.boards', 'json.unknown'],
    ['"stages": [', '"stages": [7, ', 'map.stages.0', 'json.notARecord'],
  ])('%s → %s', (from, to, path, key) => {
    const text = changed(from, to);
    const { map, problems } = readMapFile(text);
    expect(map).not.toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ path, key });
    // A duplicate key is told at its second place; a record by where it begins.
    const within = text.split('\n')[(problems[0]?.line ?? 0) - 1];
    expect(key === 'json.targetMissing' || key === 'json.keyTwice' || to.includes(within?.trim().split(':')[0] ?? '?')).toBe(
      true,
    );
    expect(Object.getPrototypeOf(map?.meta)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
  });

  test('the line is that of the wrong value', () => {
    const text = changed('"kind": "painPoint"', '"kind": "pain"');
    expect(problemsOf(text)).toEqual([`${lineOf(text, '"pain"')} map.cards.2.kind json.valueChanged`]);
  });

  test('a text that is too long is cut, and how much is said', () => {
    const text = edited(({ steps }) => Object.assign(steps?.[0] ?? {}, { notes: 'n'.repeat(maxTextLength + 7) }));
    const { map, problems } = readMapFile(text);
    expect(map?.steps[0]?.notes).toHaveLength(maxTextLength);
    expect(problems.map(({ key, values }) => [key, values.left])).toEqual([['json.textCut', 7]]);
  });

  test('ids of other programs become ids, wherever they are referred to', () => {
    const { map, problems } = readMapFile(file.replaceAll('"step2"', '"Schritt 2!"').replaceAll('"stage1"', '1'));
    expect(problems.map(({ key }) => key)).toEqual(['json.idChanged']);
    const { steps, transitions, moments, cards, emotions } = map ?? smallMap();
    const id = steps.find(({ title }) => title === 'Calls')?.id ?? '';
    expect(id).toMatch(/^Schritt-2-/);
    expect([moments[0]?.stepId, transitions.map(({ from, to }) => [from, to])]).toEqual([
      id,
      [
        ['step3', id],
        [id, null],
      ],
    ]);
    expect(cards.filter(({ pos }) => pos.stepId === id)).toHaveLength(2);
    expect(emotions.filter(({ stepId }) => stepId === id)).toHaveLength(2);
    expect(steps.find(({ title }) => title === 'Sees the bill')?.pos.stageId).toBe('1');
  });

  test('records without an id get one, and those that are there twice are taken once', () => {
    const text = edited((map) => {
      delete map.personas?.[1]?.id;
      map.cards?.push({ ...map.cards[0] });
      map.emotions?.push({ ...map.emotions[0], value: 2 });
    });
    const { map, problems } = readMapFile(text);
    expect(problems.map(({ key }) => key).toSorted()).toEqual([
      'json.idMissing',
      'json.pairTwice',
      'json.sameTwice',
      'json.targetMissing',
    ]);
    expect([map?.cards.length, map?.personas.map(({ id }) => id)]).toEqual([4, ['persona-2', 'persona1']]);
  });

  test('numbers as orders put the records in their order', () => {
    const text = edited(({ lanes }) => {
      Object.assign(lanes?.[0] ?? {}, { order: 10 });
      Object.assign(lanes?.[1] ?? {}, { order: 2 });
    });
    const { map, problems } = readMapFile(text);
    expect(problems.map(({ path, key }) => [path, key])).toEqual([
      ['map.lanes.0.order', 'json.orderChanged'],
      ['map.lanes.1.order', 'json.orderChanged'],
    ]);
    expect(map?.lanes.toSorted((a, b) => (a.order < b.order ? -1 : 1)).map(({ kind }) => kind)).toEqual(['thinking', 'doing']);
  });

  test('a card without a place is not lost', () => {
    const text = edited(({ cards }) => delete cards?.[0]?.pos);
    const { map, problems } = readMapFile(text);
    expect(problems.map(({ key }) => key)).toContain('json.placeMissing');
    expect(map?.cards.map(({ text: words }) => words)).toContain('Opens the letter');
  });

  test('ten thousand records with one id cost no more than others', () => {
    const cards = Array.from({ length: 10_000 }, (_, index) => ({
      id: 'card',
      pos: { stepId: 'a', laneId: 'b', order: 'a0' },
      text: String(index),
    }));
    const { map, problems } = readMapFile(JSON.stringify({ steps: [], cards }));
    expect(new Set(map?.cards.map(({ id }) => id)).size).toBe(10_000);
    expect(problems).toHaveLength(9_999);
  });
});

describe('the report', () => {
  const { map, problems } = readMapFile(changed('"duration": 4', '"duration": -4'));

  test.each(['en', 'de'] as const)('stays in the map’s notes and in those of its step (%s)', (locale) => {
    const kept = keepReport(map ?? smallMap(), problems, locale, 'call.json');
    const [line] = toReport(problems, locale);
    expect(line).toMatchObject({ line: lineOf(file, '"duration": 4'), path: 'map.steps.1.duration', code: 'json.valueChanged' });
    expect(kept.meta.notes).toContain('call.json');
    expect(kept.meta.notes).toContain(line?.message);
    expect(kept.steps[1]?.notes).toContain(line?.message);
    expect(kept.steps[1]?.notes.startsWith('Mondays are worst\n\n')).toBe(true);
    expect(kept.steps[0]).toEqual(smallMap().steps[0]);
  });

  test('never takes the place of notes, and names how much more there would be', () => {
    const full = { ...smallMap(), meta: { ...smallMap().meta, notes: 'x'.repeat(maxTextLength) } };
    expect(keepReport(full, problems, 'en').meta.notes).toBe(full.meta.notes);
    const many = Array.from({ length: 250 }, () => problems).flat();
    expect(keepReport(smallMap(), many, 'en').meta.notes).toMatch(/… and 50 more places$/);
    expect(keepReport(smallMap(), [], 'en')).toEqual(smallMap());
  });
});
