import { describe, expect, test } from 'vitest';
import { createCommentsStore } from '@/components/editor/comments/commentsStore';
import { targetOf } from '@/components/editor/comments/targetReference';
import { createEditorFixture, first } from '../editorFixture';
import { threadWith } from './threadWith';

describe('the comments of an open map', () => {
  test('count what is open on each thing, and change no identity while no number changes', () => {
    const { getState } = createCommentsStore();
    const about = { target: { type: 'card', id: 'c' } } as const;
    getState().setThreads([threadWith('a', about), threadWith('b', about), threadWith('m')]);
    const { openCounts } = getState();
    expect([...openCounts]).toEqual([
      ['card:c', 2],
      ['map', 1],
    ]);
    getState().putThread(
      threadWith('a', {
        ...about,
        said: [
          ['user:x', 'a'],
          ['user:y', 'b'],
        ],
      }),
    );
    expect(getState().openCounts).toBe(openCounts);
    getState().putThread(threadWith('b', { ...about, resolvedAt: '2026-01-01T00:00:00.000Z' }));
    getState().dropThread('m');
    expect([...getState().openCounts]).toEqual([['card:c', 1]]);
  });

  test('never fall back behind what is known: neither by an answer that was overtaken nor in what was read', () => {
    const { getState } = createCommentsStore();
    const longer = threadWith('a', {
      said: [
        ['user:x', 'a'],
        ['user:y', 'b'],
      ],
    });
    getState().setThreads([longer]);
    getState().noteSeen([
      { threadId: 'a', seen: 2 },
      { threadId: 'unknown', seen: 1 },
    ]);
    getState().putThread(threadWith('a', { said: [['user:x', 'a']] }));
    expect(getState().threads.get('a')?.comments).toHaveLength(2);
    getState().putThread(longer);
    expect(getState().threads.get('a')?.seen).toBe(2);
  });

  test('keep what came while all of them were on their way, and what went', () => {
    const { getState } = createCommentsStore();
    const [older, newer] = [
      threadWith('a'),
      threadWith('a', {
        said: [
          ['user:x', 'a'],
          ['user:y', 'b'],
        ],
      }),
    ];
    getState().setThreads([older, threadWith('gone'), threadWith('absent')]);
    const since = getState().changes;
    getState().putThread(newer);
    getState().putThread(threadWith('begun'));
    getState().dropThread('gone');
    getState().noteSeen([{ threadId: 'a', seen: 2 }]);
    getState().setThreads([older, threadWith('gone')], since);
    expect([...getState().threads.keys()]).toEqual(['a', 'begun']);
    expect(getState().threads.get('a')).toMatchObject({ seen: 2, comments: newer.comments });
    // Asked for afterwards, the answer is what there is; what was read stays read.
    getState().setThreads([newer], getState().changes);
    expect([...getState().threads.values()]).toEqual([{ ...newer, seen: 2 }]);
    // What came meanwhile may be the older one, too.
    const before = getState().changes;
    getState().putThread({ ...newer, subject: 'late' });
    const third = threadWith('a', {
      said: [
        ['user:x', 'a'],
        ['user:y', 'b'],
        ['user:x', 'c'],
      ],
    });
    getState().setThreads([third], before);
    expect(getState().threads.get('a')?.comments).toHaveLength(3);
  });

  test('keep what is being written', () => {
    const { getState } = createCommentsStore();
    getState().setDraft('new', { text: 'half a thought', people: [] });
    getState().setOpen(true);
    getState().setOpen(false);
    getState().ask();
    expect(getState().drafts.get('new')?.text).toBe('half a thought');
    getState().setDraft('new', { text: '', people: [] });
    expect(getState().drafts.size).toBe(0);
  });
});

describe('commands', () => {
  test('open the field for a comment, for whoever may comment, whether they may edit or not', () => {
    const fixture = createEditorFixture({ canWrite: false });
    expect(fixture.press('µ', { ctrl: true, alt: true, code: 'KeyM' })).toBe(false);
    fixture.comments.getState().allow({ mayRead: true, mayWrite: true, mayDeleteOthers: false });
    expect(fixture.press('µ', { ctrl: true, alt: true, code: 'KeyM' })).toBe(true);
    expect(fixture.comments.getState()).toMatchObject({ isOpen: true, asked: 1 });
  });

  test('lead through the open conversations from left to right, and around', () => {
    const fixture = createEditorFixture();
    const { steps } = fixture.context().index;
    const at = (index: number) => ({ target: { type: 'step', id: steps[index]?.id ?? '' } }) as const;
    const { setThreads } = fixture.comments.getState();
    setThreads([
      threadWith('third', at(3)),
      threadWith('first'),
      threadWith('second', at(1)),
      threadWith('done', { ...at(2), resolvedAt: '2026-01-01T00:00:00.000Z' }),
      threadWith('last', { target: { type: 'card', id: 'deleted' } }),
    ]);
    const walk = (shift: boolean) => {
      fixture.press('n', { ctrl: true, alt: true, code: 'KeyN', ...(shift ? { shift } : {}) } as never);
      return fixture.comments.getState().currentId;
    };
    expect([walk(false), walk(false), walk(false), walk(false), walk(false)]).toEqual([
      'first',
      'second',
      'third',
      'last',
      'first',
    ]);
    expect(walk(true)).toBe('last');
    expect(walk(true)).toBe('third');
    expect(fixture.primary()).toEqual({ type: 'step', id: steps[3]?.id });
    expect(fixture.said).toContain('comment');
  });

  test('are about the record of what is selected', () => {
    const { map } = createEditorFixture().context().index;
    const step = first(map.steps.filter(({ touchpoints }) => touchpoints.length > 0));
    const touchpoint = first(step.touchpoints);
    expect(targetOf(map, null)).toEqual({ type: 'map' });
    expect(targetOf(map, { type: 'meta', field: 'goal' })).toEqual({ type: 'map' });
    expect(targetOf(map, { type: 'stage', id: 'unplaced' })).toEqual({ type: 'map' });
    expect(targetOf(map, { type: 'touchpoint', id: touchpoint.id })).toEqual({ type: 'step', id: step.id });
    expect(targetOf(map, { type: 'moment', id: step.id })).toEqual({ type: 'step', id: step.id });
    expect(targetOf(map, { type: 'card', id: 'c' })).toEqual({ type: 'card', id: 'c' });
  });
});
