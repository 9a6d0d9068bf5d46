import { expect, test } from 'vitest';
import { createLog, toLoggedError, toReadableLine } from '@/lib/log';

test('of an error no more is logged than name, message, code and stack', () => {
  const lines: string[] = [];
  const log = createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } });
  const cause = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (email)=(ana@example.org)',
    parameters: ['Ana'],
  });
  log.error({ err: new Error('cannot save', { cause }) }, 'failed');
  log.debug('not at this level');
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(/ana@example|Ana"/);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'failed', err: { message: 'cannot save', cause: { code: '23505' } } });
});

test('a value that a database quotes in its message is left out', () => {
  const error = Object.assign(new Error('invalid input syntax for type uuid: "ana@example.org"'), { code: '22P02' });
  const logged = toLoggedError(new Error('query failed', { cause: error }));
  expect(JSON.stringify(logged)).not.toContain('ana@example');
  expect(logged.cause?.message).toBe('invalid input syntax for type uuid: "…"');
  const other = Object.assign(new Error('relation "journey_map" does not exist'), { code: '42P01' });
  expect(toLoggedError(other).message).toContain('"journey_map"');
});

test('a readable line has time, level, message and values', () => {
  const line = toReadableLine(JSON.stringify({ level: 40, time: 0, msg: 'refused', mapId: 'a1', bytes: 3 }));
  expect(line).toMatch(/^\d\d:\d\d:\d\d warn {2}refused {2}mapId=a1 {2}bytes=3\n$/);
});
