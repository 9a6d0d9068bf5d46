import { expect, test } from 'vitest';
import { createLog, toReadableLine } from '@/lib/log';

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

test('a readable line has time, level, message and values', () => {
  const line = toReadableLine(JSON.stringify({ level: 40, time: 0, msg: 'refused', mapId: 'a1', bytes: 3 }));
  expect(line).toMatch(/^\d\d:\d\d:\d\d warn {2}refused {2}mapId=a1 {2}bytes=3\n$/);
});
