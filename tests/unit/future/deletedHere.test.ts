import { describe, expect, it } from 'vitest';
import { listChangesSince } from '@/lib/document/future/changesSince';
import { readTaken } from '@/lib/document/future/takenNotes';
import { takeOver } from '@/lib/document/future/takeOver';
import { linkEvidence } from '@/lib/document/operations/evidenceLinks';
import { mergeSteps } from '@/lib/document/operations/mergeSteps';
import { deleteTransition } from '@/lib/document/operations/transitions';
import { readMap } from '@/lib/document/readMap';
import { copyDocument, openDocument } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';

describe('a transition that was deleted here', () => {
  /** The current state merges a step of the transition, so that it leads to what stands for that. */
  function merged({ deleted }: { deleted: boolean }) {
    const source = openDocument(smallMap());
    const base = readMap(source).map;
    const [{ id } = { id: '' }] = base.transitions;
    const future = copyDocument(source);
    if (deleted) deleteTransition(future, { id });
    mergeSteps(source, { ids: ['step1', 'step2'] });
    const changes = () =>
      listChangesSince({ base, current: readMap(source).map, future: readMap(future).map }, readTaken(future));
    const take = (keys = changes().map(({ key }) => key)) =>
      takeOver(future, { base, current: readMap(source).map }, new Set(keys), { at: 5 });
    const isThere = () => readMap(future).map.transitions.some((one) => one.id === id && one.deletedAt === undefined);
    const statesOf = () =>
      changes().flatMap(({ key, state }) => (key.endsWith(` ${id}`) ? [`${key.split(' ')[0]} ${state}`] : []));
    return { source, id, changes, take, isThere, statesOf };
  }

  it('does not come back because its step was taken over as gone, nor does evidence for it', () => {
    const { source, id, changes, take, isThere, statesOf } = merged({ deleted: true });
    expect(statesOf()).toEqual(['changed gone']);
    take();
    expect(statesOf()).toEqual(['changed gone']);
    const link = linkEvidence(source, { target: { type: 'transition', id }, sourceId: 'source1' });
    expect(changes().filter(({ state }) => state !== 'taken' && state !== 'gone')).toEqual([]);
    expect(changes().find(({ key }) => key === `added links ${link}`)?.state).toBe('gone');
    expect(take()).toEqual([]);
    expect(isThere()).toBe(false);
  });

  it('is told of where it was only left, and comes when it is taken over', () => {
    const { take, isThere, statesOf } = merged({ deleted: false });
    take(['removed steps step2']);
    expect(statesOf()).toEqual(['added open', 'changed gone']);
    take();
    expect(statesOf()).toEqual(['changed taken']);
    expect(isThere()).toBe(true);
  });
});
