import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { parseBlockClipboard } from '@/components/editor/commands/blockClipboard';
import { canCopy, copySelection, pasteOwn } from '@/components/editor/commands/copySelection';
import { createDocument } from '@/lib/document/createDocument';
import { linkEvidence } from '@/lib/document/operations/evidenceLinks';
import { deleteStep } from '@/lib/document/operations/steps';
import { readMap } from '@/lib/document/readMap';
import { cellKey } from '@/lib/map/arrange';
import { MapDraft } from '@/lib/map/mapDraft';
import { createEditorFixture, first, indexOf } from '../editorFixture';

type Editor = ReturnType<typeof createEditorFixture>;
const step = (id: string | undefined) => ({ type: 'step', id: id ?? '' }) as const;
const stage = (id: string | undefined) => ({ type: 'stage', id: id ?? '' }) as const;
const lane = (id: string | undefined) => ({ type: 'lane', id: id ?? '' }) as const;
const mapOf = (editor: Editor) => indexOf(editor.doc).map;
const textsAt = (editor: Editor, stepId: string) =>
  mapOf(editor).lanes.map(({ id }) => (mapOf(editor).cells.get(cellKey(stepId, id)) ?? []).map(({ text }) => text));

/** Copies or cuts what is selected, and returns what lies in the clipboard. */
function take(editor: Editor, cut = false): { json: string; text: string } {
  const copied = copySelection(editor.context(), cut);
  if (!copied) throw new Error('nothing was copied');
  copied.finish();
  return copied;
}

function emptyEditor(): Editor {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, createDocument(new MapDraft().toMap()));
  return createEditorFixture({ doc, mapId: 'other' });
}

describe('copying whole steps, stages and lanes', () => {
  it('pastes steps behind the one at hand, on the same map into the same lanes', () => {
    const editor = createEditorFixture();
    const before = mapOf(editor);
    const [a, b] = before.steps;
    editor.select(step(b?.id), step(a?.id));
    const { json, text } = take(editor);
    expect(text.split('\n')[0]).toBe(`\t${a?.title}\t${b?.title}`);
    editor.select(step(before.steps[3]?.id));
    expect(pasteOwn(editor.context(), json)).toBe(true);
    const { steps, lanes, personas } = mapOf(editor);
    expect(steps.slice(4, 6).map(({ title }) => title)).toEqual([a?.title, b?.title]);
    expect(textsAt(editor, steps[4]?.id ?? '')).toEqual(textsAt(editor, a?.id ?? ''));
    expect([lanes.length, personas.length]).toEqual([before.lanes.length, before.personas.length]);
    expect(editor.selection.getState().selected).toEqual(steps.slice(4, 6).map(({ id }) => step(id)));
    editor.undo.undo();
    expect(mapOf(editor).steps).toHaveLength(before.steps.length);
  });

  it('takes everything into an empty map, made there as it was', () => {
    const source = createEditorFixture();
    const { stages } = mapOf(source);
    source.select(...stages.map(({ id }) => stage(id)));
    const target = emptyEditor();
    expect(pasteOwn(target.context(), take(source).json)).toBe(true);
    const [from, to] = [mapOf(source), mapOf(target)];
    expect(to.stages.map(({ title, steps }) => [title, steps.length])).toEqual(
      from.stages.map(({ title, steps }) => [title, steps.length]),
    );
    for (const [index, original] of from.steps.entries()) {
      const copy = to.steps[index];
      expect(copy?.touchpoints.map(({ channel, name }) => [channel, name])).toEqual(
        original.touchpoints.map(({ channel, name }) => [channel, name]),
      );
      expect(copy?.departments.map(({ name, role }) => `${name} ${role}`).toSorted()).toEqual(
        original.departments.map(({ name, role }) => `${name} ${role}`).toSorted(),
      );
      expect([...(copy?.emotions.values() ?? [])]).toEqual([...original.emotions.values()]);
      expect(copy?.moment?.gate).toBe(original.moment?.gate);
      expect(
        textsAt(target, copy?.id ?? '')
          .flat()
          .toSorted(),
      ).toEqual(textsAt(source, original.id).flat().toSorted());
    }
    expect(to.personas.map(({ name }) => name)).toEqual(
      from.personas.filter(({ id }) => from.steps.some(({ emotions }) => emotions.has(id))).map(({ name }) => name),
    );
    expect(readMap(target.doc).issues).toEqual([]);
  });

  it('pastes steps into a map without a stage, and a lane below the one at hand', () => {
    const source = createEditorFixture();
    const { steps, lanes } = mapOf(source);
    source.select(step(steps[0]?.id));
    const target = emptyEditor();
    expect(pasteOwn(target.context(), take(source).json)).toBe(true);
    expect(mapOf(target).stages).toHaveLength(1);
    source.select(lane(lanes[0]?.id));
    const { json } = take(source);
    source.select(lane(lanes[2]?.id));
    expect(pasteOwn(source.context(), json)).toBe(true);
    expect(mapOf(source).lanes[3]).toMatchObject({ kind: lanes[0]?.kind });
    const made = mapOf(source).lanes[3]?.id ?? '';
    for (const { id } of steps) {
      const texts = (laneId: string) => (mapOf(source).cells.get(cellKey(id, laneId)) ?? []).map(({ text }) => text);
      expect(texts(made)).toEqual(texts(lanes[0]?.id ?? ''));
    }
  });
});

describe('cutting', () => {
  it('leaves nothing in the tray; pasted on the same map it is the same again, with its ways', () => {
    const editor = createEditorFixture();
    const before = mapOf(editor);
    const cut = before.transitions[0]?.from;
    editor.select(step(cut));
    const { json } = take(editor, true);
    expect(mapOf(editor).steps.map(({ id }) => id)).not.toContain(cut);
    expect(mapOf(editor).unplacedCards).toEqual([]);
    expect(mapOf(editor).transitions.length).toBeLessThan(before.transitions.length);
    editor.select(step(mapOf(editor).steps[0]?.id));
    expect(pasteOwn(editor.context(), json)).toBe(true);
    expect(mapOf(editor).steps[1]?.id).toBe(cut);
    expect(mapOf(editor).transitions).toEqual(before.transitions);
    expect([...mapOf(editor).cells.values()].flat()).toHaveLength([...before.cells.values()].flat().length);
    // Once more, and it is a copy.
    expect(pasteOwn(editor.context(), json)).toBe(true);
    expect(mapOf(editor).steps).toHaveLength(before.steps.length + 1);
    for (let count = 0; count < 3; count++) editor.undo.undo();
    expect(mapOf(editor)).toEqual(before);
  });

  it('of a stage takes its steps, of a lane its cards', () => {
    const editor = createEditorFixture();
    const before = mapOf(editor);
    editor.select(stage(before.stages[0]?.id));
    const { json } = take(editor, true);
    expect(mapOf(editor).stages.some(({ unplaced }) => unplaced)).toBe(false);
    expect(mapOf(editor).unplacedCards).toEqual([]);
    editor.select(stage(mapOf(editor).stages.at(-1)?.id));
    pasteOwn(editor.context(), json);
    expect(
      mapOf(editor)
        .stages.at(-1)
        ?.steps.map(({ id }) => id),
    ).toEqual(before.stages[0]?.steps.map(({ id }) => id));
    editor.select(lane(before.lanes[0]?.id));
    const rows = take(editor, true);
    expect(mapOf(editor).unplacedCards).toEqual([]);
    editor.select(lane(mapOf(editor).lanes.at(-1)?.id));
    pasteOwn(editor.context(), rows.json);
    expect(mapOf(editor).lanes.at(-1)?.id).toBe(before.lanes[0]?.id);
    expect([...mapOf(editor).cells.values()].flat()).toHaveLength([...before.cells.values()].flat().length);
  });

  it('into another map makes copies there, and leaves the undo here', () => {
    const editor = createEditorFixture();
    const before = mapOf(editor);
    editor.select(step(before.steps[0]?.id));
    const { json } = take(editor, true);
    const target = emptyEditor();
    expect(pasteOwn(target.context(), json)).toBe(true);
    expect(mapOf(target).steps[0]?.title).toBe(before.steps[0]?.title);
    editor.undo.undo();
    expect(mapOf(editor)).toEqual(before);
  });

  it('for readers only copies', () => {
    const editor = createEditorFixture({ canWrite: false });
    const { steps } = mapOf(editor);
    editor.select(step(steps[0]?.id));
    const { json } = take(editor, true);
    expect(mapOf(editor).steps).toHaveLength(steps.length);
    expect(parseBlockClipboard(json)?.cut).toBeUndefined();
    expect(pasteOwn(editor.context(), json)).toBe(false);
  });
});

describe('a hostile clipboard', () => {
  it('is refused, or does no harm', () => {
    const editor = createEditorFixture();
    editor.select(step(mapOf(editor).steps[0]?.id));
    const data = JSON.parse(take(editor).json);
    const bad = [
      { ...data, version: 2 },
      { ...data, block: { ...data.block, kind: 'rows' } },
      { ...data, block: { ...data.block, steps: [] } },
      { ...data, block: { ...data.block, steps: [{ ...data.block.steps[0], title: 'x'.repeat(20_001) }] } },
      { ...data, block: { ...data.block, steps: [{ ...data.block.steps[0], emotions: [{ persona: 0, value: 99 }] }] } },
      { ...data, block: { ...data.block, steps: [{ ...data.block.steps[0], cards: [{ lane: -1, card: { text: '' } }] }] } },
      { ...data, block: { ...data.block, steps: Array(5001).fill(data.block.steps[0]) } },
      { ...data, mapId: 5 },
      { ...data, cut: { stages: ['../x'], steps: [], lanes: [], cards: [] } },
    ];
    for (const one of ['', '{', '[]', 'null', ...bad.map((value) => JSON.stringify(value))]) {
      expect(parseBlockClipboard(one), one.slice(0, 80)).toBeNull();
      expect(pasteOwn(editor.context(), one)).toBeNull();
    }
    // Numbers that lead nowhere, unknown fields, and a claim to have been cut here.
    const odd = {
      ...data,
      cut: { stages: [], steps: ['nosuch'], lanes: [], cards: [first(mapOf(editor).steps).id] },
      block: {
        ...data.block,
        lanes: [],
        steps: [
          {
            ...data.block.steps[0],
            id: 'step1',
            deletedAt: 3,
            revocable: true,
            __proto__: { x: 1 },
            departments: [{ department: 77, role: 'involved' }],
          },
        ],
      },
    };
    const before = mapOf(editor).steps.length;
    expect(pasteOwn(editor.context(), JSON.stringify(odd))).toBe(true);
    expect(mapOf(editor).steps).toHaveLength(before + 1);
    expect(readMap(editor.doc).issues).toEqual([]);
  });

  it('cannot bring back what somebody deleted elsewhere under another map’s name', () => {
    const editor = createEditorFixture();
    const [gone, at] = mapOf(editor).steps;
    editor.select(step(gone?.id));
    const data = JSON.parse(take(editor, true).json);
    editor.select(step(at?.id));
    expect(pasteOwn(editor.context(), JSON.stringify({ ...data, mapId: 'elsewhere' }))).toBe(true);
    expect(mapOf(editor).steps.map(({ id }) => id)).not.toContain(gone?.id);
    deleteStep(editor.doc, { id: at?.id ?? '' });
  });
});

describe('what can be copied', () => {
  it('is whole things and cards, not the stand-in for steps without a stage', () => {
    const editor = createEditorFixture();
    expect(canCopy(editor.context())).toBe(false);
    editor.select(stage('unplaced'));
    expect(canCopy(editor.context())).toBe(false);
    editor.select(lane(mapOf(editor).lanes[0]?.id));
    expect(canCopy(editor.context())).toBe(true);
  });
});

describe('evidence on whole steps', () => {
  it('is pasted into maps of the same workspace only', () => {
    const editor = createEditorFixture();
    const id = mapOf(editor).steps[0]?.id ?? '';
    linkEvidence(editor.doc, { target: { type: 'step', id }, sourceId: 'source' });
    editor.select(step(id));
    const { json } = take(editor);
    const linksIn = (workspaceId: string) => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, createDocument(new MapDraft().toMap()));
      const target = createEditorFixture({ doc, mapId: 'other', workspaceId });
      expect(pasteOwn(target.context(), json)).toBe(true);
      return readMap(target.doc).map.links.map(({ sourceId, target: { type } }) => [type, sourceId]);
    };
    expect(linksIn('workspace')).toEqual([['step', 'source']]);
    expect(linksIn('elsewhere')).toEqual([]);
  });
});
