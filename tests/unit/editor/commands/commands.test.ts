import { describe, expect, it } from 'vitest';
import { allCommands } from '@/components/editor/commands/allCommands';
import { commandIds } from '@/components/editor/commands/commandIds';
import { messagesOf } from '@/lib/i18n/translator';
import { cardsIn, createEditorFixture, first, indexOf } from '../editorFixture';

const card = (id: string | undefined) => ({ type: 'card', id: id ?? '' }) as const;

describe('the list of commands', () => {
  it('has every command, and a name for each in both languages', () => {
    expect(new Set(allCommands.map(({ id }) => id))).toEqual(new Set(commandIds));
    for (const locale of ['de', 'en'] as const) {
      const names: Record<string, string> = messagesOf(locale).editor.commands;
      for (const id of commandIds) expect(names[id], `${locale} ${id}`).toBeTruthy();
    }
  });
});

describe('readers', () => {
  it('may go, select, zoom and copy, and change nothing', () => {
    const editor = createEditorFixture({ canWrite: false });
    editor.select(card(cardsIn(editor.doc, 1, 0)[0]));
    const before = JSON.stringify(indexOf(editor.doc).map.steps);
    for (const id of [
      'deleteSelection',
      'addCard',
      'duplicate',
      'edit',
      'moveRight',
      'undo',
      'toggleMoment',
      'addStageAfter',
      'raiseEmotion',
    ] as const) {
      expect(editor.commands.can(id), id).toBe(false);
      expect(editor.commands.run(id), id).toBe(false);
    }
    expect(editor.press('ArrowRight')).toBe(true);
    expect(editor.press('a', { ctrl: true })).toBe(true);
    expect(editor.press('+')).toBe(true);
    expect(JSON.stringify(indexOf(editor.doc).map.steps)).toBe(before);
  });
});

describe('deleting', () => {
  it('takes all that is selected in one step of undo, and selects what comes after', () => {
    const editor = createEditorFixture();
    const [upper, lower] = cardsIn(editor.doc, 1, 0);
    editor.select(card(upper));
    editor.press('Delete');
    expect(cardsIn(editor.doc, 1, 0)).toEqual([lower]);
    expect(editor.primary()).toEqual(card(lower));
    editor.press('Backspace');
    expect(cardsIn(editor.doc, 1, 0)).toEqual([]);
    expect(editor.primary()?.type).toBe('cell');
    editor.undo.undo();
    editor.undo.undo();
    expect(cardsIn(editor.doc, 1, 0)).toEqual([upper, lower]);
  });

  it('takes cards, steps and lanes together', () => {
    const editor = createEditorFixture();
    const index = indexOf(editor.doc);
    const [step, lane] = [first(index.steps), first(index.lanes)];
    editor.select({ type: 'step', id: step.id }, { type: 'lane', id: lane.id });
    editor.press('Delete');
    expect(indexOf(editor.doc).stepById.has(step.id)).toBe(false);
    expect(indexOf(editor.doc).laneById.has(lane.id)).toBe(false);
    expect(editor.undo.undo()).toBe(true);
    expect(indexOf(editor.doc).stepById.has(step.id) && indexOf(editor.doc).laneById.has(lane.id)).toBe(true);
  });

  it('does not take the title block, nor the stand-in for deleted stages', () => {
    const editor = createEditorFixture();
    editor.select({ type: 'meta', field: 'title' });
    expect(editor.commands.can('deleteSelection')).toBe(false);
    editor.select({ type: 'stage', id: first(indexOf(editor.doc).map.stages).id });
    editor.press('Delete');
    const unplaced = indexOf(editor.doc).layout.stages.find((stage) => stage.unplaced);
    editor.select({ type: 'stage', id: unplaced?.id ?? '' });
    expect(editor.commands.can('deleteSelection')).toBe(false);
  });
});

describe('adding', () => {
  it('writes a card below the selected one, and remembers it as a draft', () => {
    const editor = createEditorFixture();
    const [upper, lower] = cardsIn(editor.doc, 1, 0);
    editor.select(card(upper));
    editor.press('Enter', { ctrl: true });
    const [a, made, b] = cardsIn(editor.doc, 1, 0);
    expect([a, b]).toEqual([upper, lower]);
    expect(editor.selection.getState().editing).toEqual(card(made));
    expect(editor.drafts.has(made ?? '')).toBe(true);
  });

  it('opens a text by Enter and F2; in an empty cell a first card', () => {
    const editor = createEditorFixture();
    const [upper] = cardsIn(editor.doc, 1, 0);
    editor.select(card(upper));
    expect(editor.press('F2')).toBe(true);
    expect(editor.selection.getState().editing).toEqual(card(upper));
    const { map } = indexOf(editor.doc);
    const lane = map.lanes.findIndex(({ kind }) => kind === 'doing');
    for (const id of cardsIn(editor.doc, 3, lane)) {
      editor.select(card(id));
      editor.press('Delete');
    }
    editor.select({ type: 'cell', stepId: map.steps[2]?.id ?? '', laneId: map.lanes[lane]?.id ?? '' });
    expect(editor.press('Enter')).toBe(true);
    expect(cardsIn(editor.doc, 3, lane)).toHaveLength(1);
  });

  it('puts steps beside steps, at the ends of a stage, and stages beside stages', () => {
    const editor = createEditorFixture();
    const before = indexOf(editor.doc).map;
    const [step] = before.steps;
    editor.select({ type: 'step', id: step?.id ?? '' });
    editor.commands.run('addStepAfter');
    expect(
      indexOf(editor.doc)
        .map.steps.map(({ id }) => id)
        .indexOf(step?.id ?? ''),
    ).toBe(0);
    expect(indexOf(editor.doc).map.steps).toHaveLength(before.steps.length + 1);
    editor.select({ type: 'stage', id: before.stages[1]?.id ?? '' });
    editor.commands.run('addStepBefore');
    expect(editor.primary()).toEqual({ type: 'step', id: indexOf(editor.doc).map.stages[1]?.steps[0]?.id });
    editor.select({ type: 'stage', id: before.stages[1]?.id ?? '' });
    editor.commands.run('addStageBefore');
    expect(editor.primary()).toEqual({ type: 'stage', id: indexOf(editor.doc).map.stages[1]?.id });
  });
});

describe('moving by keyboard', () => {
  it('takes a card through its cell, into the next lane, and to the next step', () => {
    const editor = createEditorFixture();
    const [upper, lower] = cardsIn(editor.doc, 1, 0);
    editor.select(card(upper));
    editor.press('ArrowDown', { alt: true });
    expect(cardsIn(editor.doc, 1, 0)).toEqual([lower, upper]);
    editor.press('ArrowDown', { alt: true });
    expect(cardsIn(editor.doc, 1, 0)).toEqual([lower]);
    expect(cardsIn(editor.doc, 1, 1)[0]).toBe(upper);
    editor.press('ArrowRight', { alt: true });
    expect(cardsIn(editor.doc, 2, 1)).toContain(upper);
    expect(editor.primary()).toEqual(card(upper));
    for (let i = 0; i < 3; i += 1) editor.undo.undo();
    expect(cardsIn(editor.doc, 1, 0)).toEqual([upper, lower]);
  });

  it('takes a step over the border of its stage, and stages and lanes along', () => {
    const editor = createEditorFixture();
    const { stages, lanes } = indexOf(editor.doc).map;
    const step = stages[0]?.steps.at(-1);
    editor.select({ type: 'step', id: step?.id ?? '' });
    editor.press('ArrowRight', { alt: true });
    expect(indexOf(editor.doc).map.stages[1]?.steps[0]?.id).toBe(step?.id);
    editor.select({ type: 'stage', id: stages[0]?.id ?? '' });
    editor.press('ArrowRight', { alt: true });
    expect(
      indexOf(editor.doc)
        .map.stages.map(({ id }) => id)
        .slice(0, 2),
    ).toEqual([stages[1]?.id, stages[0]?.id]);
    editor.select({ type: 'lane', id: lanes[1]?.id ?? '' });
    editor.press('ArrowUp', { alt: true });
    expect(indexOf(editor.doc).map.lanes[0]?.id).toBe(lanes[1]?.id);
  });
});

describe('the emotion curve', () => {
  it('moves by whole steps and by tenths, and holds at its ends', () => {
    const editor = createEditorFixture();
    const { map } = indexOf(editor.doc);
    const [step, persona] = [first(map.steps), first(map.personas)];
    const value = () => indexOf(editor.doc).stepRecords.get(step.id)?.emotions.get(persona.id);
    editor.select({ type: 'step', id: step.id });
    editor.press('ArrowUp', { ctrl: true });
    expect(editor.primary()).toEqual({ type: 'emotion', stepId: step.id, personaId: persona.id });
    const whole = value() ?? 0;
    expect(Number.isInteger(whole)).toBe(true);
    editor.press('ArrowDown', { shift: true });
    expect(value()).toBeCloseTo(whole - 0.1);
    for (let i = 0; i < 9; i += 1) editor.press('ArrowUp');
    expect(value()).toBe(2);
    editor.press('Escape');
    expect(editor.primary()).toEqual({ type: 'step', id: step.id });
  });
});

describe('keys that write and keys that do', () => {
  it('leaves plain digits and signs to the text that they would open', () => {
    const editor = createEditorFixture();
    expect(editor.press('+')).toBe(true);
    expect(editor.view.viewport().zoom).toBe(1.25);
    editor.select(card(cardsIn(editor.doc, 1, 0)[0]));
    expect(editor.press('+')).toBe(false);
    expect(editor.press('1')).toBe(false);
    expect(editor.press('+', { ctrl: true })).toBe(true);
    expect(editor.press('!', { shift: true, code: 'Digit1' })).toBe(true);
    expect(editor.view.viewport().zoom).toBeLessThan(1);
  });

  it('leaves Tab alone at the ends, and Escape gives the focus to the canvas', () => {
    const editor = createEditorFixture();
    expect(editor.press('Tab')).toBe(false);
    editor.select({ type: 'meta', field: 'title' });
    expect(editor.press('Tab', { shift: true })).toBe(false);
    expect(editor.press('Tab')).toBe(true);
    expect(editor.press('Escape')).toBe(true);
    expect(editor.focusCount()).toBe(1);
    expect(editor.primary()).toBeNull();
    expect(editor.press('Enter')).toBe(true);
    expect(editor.primary()?.type).toBe('step');
  });
});
