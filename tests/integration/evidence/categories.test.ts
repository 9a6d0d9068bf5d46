import { beforeEach, describe, expect, test } from 'vitest';
import { manyAnswers } from '../../builders/answers';
import type { ApiClient } from '../../builders/apiClient';
import { listDatabaseKinds } from '../../builders/database';
import type { TestRuntime } from '../../builders/testRuntime';
import { type CategorySet, categoryScene } from './categoryScene';

describe.each(await listDatabaseKinds())('categories of contact reasons (%s)', { timeout: 300_000 }, (kind) => {
  const scene = categoryScene(kind);
  const { bringIn, post, add, addRule, settle, list, reasons, told, answers, expectRecount } = scene;
  let server: TestRuntime;
  let workspaceId: string;
  let sourceId: string;
  let program: ApiClient;
  beforeEach(() => {
    ({ server, workspaceId, sourceId, program } = scene.now());
  });

  test('are a tree that is named, ordered, moved and deleted, with limits', async () => {
    const bill = await add('Bill');
    const move = await add('Move', { after: null });
    const reminder = await add('Reminder', { parentId: bill, aliases: ['R-1'] });
    const late = await add('Late', { parentId: reminder });
    const shown = async () => (await list()).items.map(({ name, level }) => `${level} ${name}`);
    expect(await shown()).toEqual(['1 Move', '1 Bill', '2 Reminder', '3 Late']);
    await post(`/workspaces/${workspaceId}/categories`, { name: 'Deep', parentId: late }, 409);
    await post(`/workspaces/${workspaceId}/categories`, { name: 'bill' }, 409);
    await post(`/workspaces/${workspaceId}/categories`, { name: ' ' }, 400);
    await program.json('PATCH', `/categories/${bill}`, { body: { parentId: late }, status: 409 });
    await program.json('PATCH', `/categories/${bill}`, { body: { parentId: move }, status: 409 });
    await program.json('PATCH', `/categories/${late}`, { body: { parentId: move, name: 'Too late' } });
    await program.json('PATCH', `/categories/${move}`, { body: { after: bill } });
    expect(await shown()).toEqual(['1 Bill', '2 Reminder', '1 Move', '2 Too late']);
    await program.json('DELETE', `/categories/${bill}?moveTo=${reminder}`, { status: 409 });
    await program.json('DELETE', `/categories/${bill}?moveTo=${move}`, { status: 204 });
    expect(await shown()).toEqual(['1 Move', '2 Too late']);
    await program.json('DELETE', `/categories/${bill}`, { status: 404 });
    await program.json('PATCH', `/categories/${reminder}`, { body: { name: 'x' }, status: 404 });
  });

  test('begin with a starter tree, which sorts what is there', async () => {
    await bringIn([
      { id: 'a', text: 'Mir wurde zu viel berechnet' },
      { id: 'b', text: 'Die Rechnungsnummer fehlt' },
      { id: 'c', text: 'Hallo' },
    ]);
    const { items, rules } = await post<CategorySet>(`/workspaces/${workspaceId}/categories/starter`, { language: 'de' }, 200);
    expect(items.length).toBeGreaterThan(20);
    expect(rules.length).toBeGreaterThan(15);
    await post(`/workspaces/${workspaceId}/categories/starter`, { language: 'en' }, 409);
    await settle();
    expect(await told()).toEqual({
      'Rechnung und Zahlung': 1,
      'Rechnung und Zahlung > Betrag falsch': 1,
      none: 1,
    });
    expect((await list()).isSorting).toBe(false);
  });

  test('have rules that decide in their order, about what is there and what comes', async () => {
    const bill = await add('Bill');
    const reminder = await add('Reminder', { parentId: bill });
    await bringIn([
      { id: 'a', day: '2026-01-05', text: 'a reminder for a bill' },
      { id: 'b', day: '2026-02-05', text: 'the bill' },
      { id: 'c', day: '2026-02-06', text: 'bills' },
      { id: 'd', text: 'nothing' },
    ]);
    const first = await addRule(bill, ['bill']);
    await settle();
    expect(await told()).toEqual({ Bill: 2, none: 2 });
    const second = await addRule(reminder, ['reminder'], { after: null });
    await settle();
    expect(await told()).toEqual({ Bill: 1, 'Bill > Reminder': 1, none: 2 });
    await program.json('PATCH', `/category-rules/${first}`, { body: { words: 'beginning', none: ['the'] } });
    await settle();
    expect(await told()).toEqual({ Bill: 1, 'Bill > Reminder': 1, none: 2 });
    await program.json('PATCH', `/category-rules/${second}`, { body: { after: first } });
    await bringIn([{ id: 'e', day: '2026-02-07', text: 'another bill' }]);
    await settle();
    expect(await told()).toEqual({ Bill: 3, none: 2 });
    expect(await reasons(`?from=2026-02-01&category=${bill}`)).toMatchObject({
      answers: 2,
      uncategorised: 0,
      months: [{ month: '2026-02', answers: 2, uncategorised: 0 }],
    });
    expect(await told('?category=none')).toEqual({ none: 2 });
    await program.json('DELETE', `/category-rules/${first}`, { status: 204 });
    await settle();
    expect(await told()).toEqual({ 'Bill > Reminder': 1, none: 4 });
    await expectRecount();
  });

  test('take over what files call the reason, by name and other names; a rule is asked only where none is called so', async () => {
    const bill = await add('Bill', { aliases: ['RE-01'] });
    const move = await add('Move');
    await addRule(move, ['moving']);
    await bringIn([
      { id: 'a', category: 'BILL', text: 'moving' },
      { id: 'b', category: 're 01' },
      { id: 'c', category: 'Code 7', text: 'moving' },
      { id: 'd', category: 'Code 8' },
    ]);
    expect(await told()).toEqual({ Bill: 2, Move: 1, none: 1 });
    await program.json('PATCH', `/categories/${bill}`, { body: { aliases: ['Code 8'] } });
    await settle();
    expect(await told()).toEqual({ Bill: 2, Move: 1, none: 1 });
    expect((await answers(`&category=${bill}`)).map(({ id, category }) => [id, category?.by])).toEqual([
      ['a', 'file'],
      ['d', 'file'],
    ]);
    const { dimensions } = await program.json<{ dimensions: { name: string; values: string[] }[] }>(
      'GET',
      `/sources/${sourceId}`,
    );
    expect(dimensions).toEqual([{ name: 'givenCategory', values: ['BILL', 'Code 7', 'Code 8', 're 01'] }]);
    expect((await answers('&givenCategory=Code%207')).map(({ id }) => id)).toEqual(['c']);
    await expectRecount();
  });

  test('keep what was assigned by hand, whatever rules say, until it is given back', async () => {
    const bill = await add('Bill');
    const move = await add('Move');
    await bringIn(
      manyAnswers(450, (index) => ({ day: `2026-01-${10 + (index % 9)}`, text: index % 3 === 0 ? 'the bill' : 'hello' })),
    );
    await addRule(bill, ['bill']);
    await settle();
    expect(await told()).toEqual({ Bill: 150, none: 300 });
    const assign = <T = { assigned: number; nextCursor: string | null }>(body: object, status = 200) =>
      post<T>(`/sources/${sourceId}/assignments`, body, status);
    expect(await assign({ categoryId: move, answers: ['r-0', 'r-1', 'gone'] })).toEqual({ assigned: 2, nextCursor: null });
    expect(await told()).toEqual({ Bill: 149, Move: 2, none: 299 });
    let cursor: string | null = null;
    let assigned = 0;
    do {
      const body = { categoryId: move, filter: { category: 'none', text: 'HELLO' }, ...(cursor === null ? {} : { cursor }) };
      const page: { assigned: number; nextCursor: string | null } = await assign(body);
      assigned += page.assigned;
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(assigned).toBe(299);
    expect(await told()).toEqual({ Bill: 149, Move: 301 });
    await addRule(bill, ['hello'], { after: null });
    await settle();
    expect(await told()).toEqual({ Bill: 149, Move: 301 });
    await assign({ categoryId: null, answers: ['r-0', 'r-1'] });
    expect(await told()).toEqual({ Bill: 151, Move: 299 });
    // Deleted: they go where they are sent, by hand as they were.
    const other = await add('Other');
    await program.json('DELETE', `/categories/${move}?moveTo=${other}`, { status: 204 });
    expect(await told()).toEqual({ Bill: 151, Other: 299 });
    await settle();
    expect(await told()).toEqual({ Bill: 151, Other: 299 });
    expect((await answers(`&category=${other}`)).every(({ category }) => category?.by === 'hand')).toBe(true);
    await program.json('DELETE', `/categories/${other}`, { status: 204 });
    await settle();
    expect(await told()).toEqual({ Bill: 450 });
    await assign({ categoryId: move, answers: ['r-0'] }, 404);
    await expectRecount();
    const entries = await server.running.database.prisma.auditEntry.findMany({
      where: { workspaceId, action: 'category.assigned' },
    });
    expect(entries.map(({ detail }) => detail)).toEqual([
      { sourceId, answers: 2, categoryId: move },
      { sourceId, categoryId: move },
      { sourceId, answers: 2, categoryId: null },
    ]);
  });
});
