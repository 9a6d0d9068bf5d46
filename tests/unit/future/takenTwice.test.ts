import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { describeChanges } from '@/lib/document/activity';
import { createDocument } from '@/lib/document/createDocument';
import { listChangesSince } from '@/lib/document/future/changesSince';
import { groupSince } from '@/lib/document/future/sinceGroups';
import { readTaken } from '@/lib/document/future/takenNotes';
import { takeOver } from '@/lib/document/future/takeOver';
import { addCard, deleteCards } from '@/lib/document/operations/cards';
import { setEmotion } from '@/lib/document/operations/emotions';
import { linkEvidence } from '@/lib/document/operations/evidenceLinks';
import { setStepWaiting } from '@/lib/document/operations/stepFacts';
import { renameStep } from '@/lib/document/operations/steps';
import { readMap } from '@/lib/document/readMap';
import { restoreMap } from '@/lib/document/restore/restoreMap';
import { takenOf } from '@/lib/document/schema';
import { takeBack } from '@/lib/document/takeBack';
import { setText } from '@/lib/document/textReference';
import { createUndo } from '@/lib/document/undo';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { withoutDeleted } from '@/lib/map/withoutDeleted';
import { copyDocument, openDocument } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';

/** A current state, and a future state that was derived from it. */
function open() {
  const source = openDocument(smallMap());
  const base = readMap(source).map;
  const future = copyDocument(source);
  const states = () => ({ base, current: readMap(source).map, future: readMap(future).map });
  const changes = () => listChangesSince(states(), readTaken(future));
  const stateOf = (key: string) => changes().find((change) => change.key === key)?.state;
  const take = (...keys: string[]) => {
    const { current } = states();
    return takeOver(future, { base, current }, new Set(keys.length > 0 ? keys : changes().map(({ key }) => key)), { at: 5 });
  };
  const title = (id = 'step1'): string | undefined => readMap(future).map.steps.find((step) => step.id === id)?.title;
  return { source, base, future, states, changes, stateOf, take, title };
}
const key = 'changed steps step1';

describe('what is taken over twice', () => {
  it('is no conflict where nobody changed it here', () => {
    const { source, take, stateOf, title } = open();
    renameStep(source, { id: 'step1', title: 'Sees the bill online' });
    take(key);
    expect(stateOf(key)).toBe('taken');
    renameStep(source, { id: 'step1', title: 'Sees the bill in the app' });
    expect(stateOf(key)).toBe('open');
    expect(take(key)).toEqual([key]);
    expect(title()).toBe('Sees the bill in the app');
    expect(stateOf(key)).toBe('taken');
  });

  it('is merged from what was last taken over: words that are gone there go here, and what is written here stays', () => {
    const { source, future, take, stateOf, title } = open();
    renameStep(future, { id: 'step1', title: 'Sees the bill at once' });
    renameStep(source, { id: 'step1', title: 'Sees the long bill' });
    expect(stateOf(key)).toBe('conflict');
    take(key);
    expect(title()).toBe('Sees the long bill at once');
    renameStep(source, { id: 'step1', title: 'Sees the short bill' });
    expect(stateOf(key)).toBe('conflict');
    take(key);
    expect(title()).toBe('Sees the short bill at once');
    expect(stateOf(key)).toBe('taken');
  });

  it('goes back here when the current state has gone back, and otherwise goes on being told', () => {
    const { source, base, take, stateOf, title, changes } = open();
    const first = base.steps.find(({ id }) => id === 'step1')?.title ?? '';
    renameStep(source, { id: 'step1', title: 'Sees the bill online' });
    take(key);
    renameStep(source, { id: 'step1', title: first });
    expect(stateOf(key)).toBe('open');
    take(key);
    expect(title()).toBe(first);
    expect(changes()).toEqual([]);
  });

  it('is told of things that came and of values as well', () => {
    const { source, future, take, stateOf, states } = open();
    const id = addCard(source, { at: { stepId: 'step1', laneId: 'lane1' }, text: 'Reads it' }) ?? '';
    setEmotion(source, { stepId: 'step1', personaId: 'persona1', value: -2 });
    take();
    setText(source, { reference: { type: 'card', id, field: 'text' }, text: 'Reads it twice' });
    setEmotion(source, { stepId: 'step1', personaId: 'persona1', value: 2 });
    expect(stateOf(`changed cards ${id}`)).toBe('open');
    expect(stateOf('changed emotions step1:persona1') ?? stateOf('added emotions step1:persona1')).toBe('open');
    take();
    expect(states().future.cards.find((card) => card.id === id)?.text).toBe('Reads it twice');
    expect(states().future.emotions.find(({ stepId }) => stepId === 'step1')?.value).toBe(2);
    deleteCards(source, { ids: [id] });
    expect(stateOf(`removed cards ${id}`)).toBe('open');
    take();
    expect(readMap(future).map.cards.find((card) => card.id === id)?.deletedAt).toBe(5);
  });

  it('is told of what is no longer said, and of evidence that was linked here as well', () => {
    const { source, future, take, stateOf, states } = open();
    setStepWaiting(source, { id: 'step2', minutes: null });
    take();
    expect(stateOf('changed steps step2')).toBe('taken');
    setStepWaiting(source, { id: 'step2', minutes: 12 });
    take();
    expect(states().future.steps.find(({ id }) => id === 'step2')?.waiting).toBe(12);
    const link = { target: { type: 'step', id: 'step1' }, sourceId: 'source1' } as const;
    linkEvidence(future, link);
    const theirs = linkEvidence(source, link) ?? '';
    expect(stateOf(`added links ${theirs}`)).toBe('taken');
  });

  it('stays decided when the future state goes on with it', () => {
    const { source, future, take, stateOf } = open();
    renameStep(source, { id: 'step1', title: 'Sees the bill online' });
    take(key);
    renameStep(future, { id: 'step1', title: 'Need not look' });
    expect(stateOf(key)).toBe('taken');
  });
});

describe('the note of what was taken over', () => {
  it('goes with an undo, and comes back with a redo', () => {
    const { source, future, take, stateOf, title } = open();
    const undo = createUndo(future);
    renameStep(source, { id: 'step1', title: 'Sees the bill online' });
    take(key);
    undo.undo();
    expect(readTaken(future).size).toBe(0);
    expect(stateOf(key)).toBe('open');
    undo.redo();
    expect(title()).toBe('Sees the bill online');
    expect(stateOf(key)).toBe('taken');
  });

  it('is forgotten by a restore of what was before, however often it was taken over', () => {
    const { source, base, future, take, stateOf, title } = open();
    const before = readMap(future).map;
    const added = addCard(source, { at: { stepId: 'step1', laneId: 'lane1' }, text: 'Reads it' }) ?? '';
    for (const title of ['Sees the bill online', 'Sees the bill in the app']) {
      renameStep(source, { id: 'step1', title });
      take();
    }
    expect(stateOf(key)).toBe('taken');
    restoreMap(future, before, { at: 6 });
    expect(stateOf(key)).toBe('open');
    expect(stateOf(`added cards ${added}`)).toBe('open');
    take();
    expect(title()).toBe('Sees the bill in the app');
    expect(base).toEqual(before);
  });

  it('is forgotten when what was taken over is taken back by the history', () => {
    const { source, future, take, stateOf, title } = open();
    renameStep(future, { id: 'step1', title: 'Need not look' });
    const before = readMap(future).map;
    renameStep(source, { id: 'step1', title: 'Sees the bill online' });
    take(key);
    const changes = describeChanges(before, readMap(future).map);
    takeBack(future, changes, { reverse: (was) => was });
    expect(title()).toBe('Need not look');
    expect(stateOf(key)).toBe('conflict');
  });

  it('stays behind when its thing was deleted before a copy is made; that something is gone does not', () => {
    const { source, base, future, states, take } = open();
    const kept = addCard(source, { at: { stepId: 'step1', laneId: 'lane1' }, text: 'Reads it' }) ?? '';
    const gone = addCard(source, { at: { stepId: 'step1', laneId: 'lane1' }, text: 'Kanarienvogel' }) ?? '';
    const [first] = base.cards.map(({ id }) => id);
    deleteCards(source, { ids: [first ?? ''] });
    take();
    setText(source, { reference: { type: 'card', id: gone, field: 'text' }, text: 'Kanarienvögel' });
    take();
    deleteCards(future, { ids: [gone] });
    const state = createDocument(withoutDeleted(readMap(future).map), readTaken(future));
    expect(Buffer.from(state).toString()).not.toContain('Kanarien');
    const copy = new Y.Doc();
    Y.applyUpdate(copy, state);
    expect([...readTaken(copy).keys()].sort()).toEqual([`cards ${first} `, `cards ${kept} `].sort());
    // Of what it has the copy says the same as its original.
    const of = (doc: Y.Doc) =>
      listChangesSince({ ...states(), future: readMap(doc).map }, readTaken(doc)).map((change) => [change.key, change.state]);
    expect(of(copy)).toEqual(of(future));
  });

  describe('of one field', () => {
    /** Two fields of a step that were taken over, of which one says something else by now. */
    function takenFields() {
      const opened = open();
      const { source, future, take } = opened;
      const first = readMap(future).map;
      renameStep(source, { id: 'step1', title: 'Sees the bill online' });
      setStepWaiting(source, { id: 'step1', minutes: 12 });
      take(key);
      return { ...opened, first };
    }
    const fieldsOf = (changes: ReturnType<ReturnType<typeof open>['changes']>): [string, string][] =>
      changes.flatMap(({ difference, state }) =>
        difference.kind === 'changed' ? difference.fields.map(({ field }): [string, string] => [field, state]) : [],
      );

    it('stays when another one goes back by a restore', () => {
      const { source, future, first, changes } = takenFields();
      const steps = readMap(future).map.steps.map((step) =>
        step.id === 'step1' ? { ...step, waiting: first.steps.find(({ id }) => id === 'step1')?.waiting } : step,
      );
      restoreMap(future, { ...readMap(future).map, steps } as JourneyMap, { at: 6 });
      expect([...readTaken(future).keys()]).toEqual(['steps step1 title']);
      expect(fieldsOf(changes())).toEqual([['waiting', 'open']]);
      renameStep(source, { id: 'step1', title: 'Sees the bill in the app' });
      setStepWaiting(source, { id: 'step1', minutes: null });
      expect(fieldsOf(changes())[0]).toEqual(['title', 'open']);
    });

    it('stays when another one is taken back, or goes back to what was taken over', () => {
      const { source, future, first, changes } = takenFields();
      const taken = readMap(future).map;
      takeBack(
        future,
        describeChanges(first, taken).filter(({ field }) => field === 'waiting'),
      );
      expect([...readTaken(future).keys()]).toEqual(['steps step1 title']);
      renameStep(future, { id: 'step1', title: 'Need not look' });
      takeBack(
        future,
        describeChanges(taken, { ...taken, steps: readMap(future).map.steps }).filter(({ field }) => field === 'title'),
      );
      expect([...readTaken(future).keys()]).toEqual(['steps step1 title']);
      renameStep(source, { id: 'step1', title: 'Sees the bill in the app' });
      expect(fieldsOf(changes())).toContainEqual(['title', 'open']);
    });

    it('stays when a thing that came is deleted here and brought back, so that its next change is told', () => {
      for (const how of ['restore', 'takeBack'] as const) {
        const { source, future, take, stateOf } = open();
        const id = addCard(source, { at: { stepId: 'step1', laneId: 'lane1' }, text: 'Reads it' }) ?? '';
        take();
        const taken = readMap(future).map;
        deleteCards(future, { ids: [id] });
        if (how === 'restore') restoreMap(future, taken, { at: 6 });
        else takeBack(future, describeChanges(taken, readMap(future).map));
        setText(source, { reference: { type: 'card', id, field: 'text' }, text: 'Reads it twice' });
        expect([how, stateOf(`changed cards ${id}`)]).toEqual([how, 'open']);
      }
    });

    it('is told as changed where the thing came again, and says what the baseline says', () => {
      const { source, base, future, take, stateOf } = open();
      const { id, text } = base.cards[0] ?? { id: '', text: '' };
      const there = readMap(source).map;
      deleteCards(source, { ids: [id] });
      take();
      restoreMap(source, there, { at: 6 });
      setText(source, { reference: { type: 'card', id, field: 'text' }, text: 'Another text' });
      take();
      expect(readMap(future).map.cards.find((card) => card.id === id)?.text).toBe('Another text');
      setText(future, { reference: { type: 'card', id, field: 'text' }, text });
      expect(stateOf(`changed cards ${id}`)).toBe('open');
    });
  });

  it.each([
    ['a note that is none', (notes: Y.Map<unknown>) => notes.set('steps step1 title', 'Sees')],
    ['a value of another kind', (notes: Y.Map<unknown>) => notes.set('steps step1 title', { value: 5 })],
    ['a record under another key', (notes: Y.Map<unknown>) => notes.set('steps step1 ', { value: { id: 'step2' } })],
    ['no such collection', (notes: Y.Map<unknown>) => notes.set('nothing at all', { value: null })],
  ])('is passed over when it is %s', (_, write) => {
    const { source, future, stateOf } = open();
    write(takenOf(future));
    renameStep(source, { id: 'step1', title: 'Sees the bill online' });
    expect(stateOf(key)).toBe('open');
  });

  it('and its name may be taken by something else', () => {
    const doc = new Y.Doc();
    doc.getArray('takenOver');
    expect(readTaken(doc).size).toBe(0);
  });
});

describe('the list of what the current state has changed', () => {
  it('shows what was taken over before as decided, beside what has changed since', () => {
    const { source, base, future, take } = open();
    renameStep(source, { id: 'step1', title: 'Sees the bill online' });
    const id = addCard(source, { at: { stepId: 'step2', laneId: 'lane1' }, text: 'Reads it' }) ?? '';
    take();
    setText(source, { reference: { type: 'card', id, field: 'text' }, text: 'Reads it twice' });
    const since = groupSince({ base, current: readMap(source).map, future: readMap(future).map }, new Map(), readTaken(future));
    const keysOf = (groups: typeof since.open): [string, string][] =>
      groups.flatMap(({ entries }) => entries.map(({ entry, state }): [string, string] => [entry.key, state]));
    expect(keysOf(since.open)).toEqual([[`changed cards ${id}`, 'open']]);
    expect(keysOf(since.settled)).toEqual([
      ['changed steps step1', 'taken'],
      [`added cards ${id}`, 'taken'],
    ]);
  });

  it('does not look at the baseline twice as long as nothing was taken over', () => {
    const { base, states } = open();
    const map: JourneyMap = states().future;
    expect(groupSince({ base, current: map, future: map }, new Map(), new Map()).settled).toEqual([]);
  });
});
