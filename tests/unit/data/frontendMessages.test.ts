import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrontendMessages } from '@/lib/data/embedded/frontendMessages';

const startup = Buffer.from([0, 0, 0, 9, 0, 3, 0, 0, 0]);

function message(type: string, body = ''): Buffer {
  const bytes = Buffer.alloc(5 + body.length);
  bytes.write(type, 0, 'latin1');
  bytes.writeInt32BE(4 + body.length, 1);
  bytes.write(body, 5, 'latin1');
  return bytes;
}

function collect() {
  const exchanges: string[] = [];
  let terminated = 0;
  const messages = new FrontendMessages(
    (bytes) => exchanges.push(Buffer.from(bytes).toString('hex')),
    () => terminated++,
  );
  return { messages, exchanges, terminated: () => terminated };
}

describe('FrontendMessages', () => {
  it('hands the start-up message over at once, then whole exchanges', () => {
    const { messages, exchanges } = collect();
    const [parse, bind, sync, query] = [message('P', 'select 1'), message('B', 'x'), message('S'), message('Q', 'select 2')];
    messages.push(Buffer.concat([startup, parse, bind, sync, query]));
    expect(exchanges).toEqual([startup, Buffer.concat([parse, bind, sync]), query].map((bytes) => bytes.toString('hex')));
  });

  it('waits for the end of an exchange', () => {
    const { messages, exchanges } = collect();
    messages.push(startup);
    messages.push(message('P', 'select 1'));
    expect(exchanges).toHaveLength(1);
    messages.push(message('H'));
    expect(exchanges).toHaveLength(2);
  });

  it('says when the client leaves', () => {
    const { messages, exchanges, terminated } = collect();
    messages.push(Buffer.concat([startup, message('X')]));
    expect(terminated()).toBe(1);
    expect(exchanges).toHaveLength(1);
  });

  it('refuses a length that cannot be', () => {
    const { messages } = collect();
    messages.push(startup);
    expect(() => messages.push(Buffer.from([0x51, 0, 0, 0, 3]))).toThrow('wrong length');
  });

  it('gives the same exchanges however the bytes are sliced', () => {
    const all = Buffer.concat([
      startup,
      message('P', 'abc'),
      message('S'),
      message('Q', 'x'.repeat(300)),
      message('B'),
      message('S'),
    ]);
    const whole = collect();
    whole.messages.push(all);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: all.length }), { maxLength: 20 }), (cuts) => {
        const sliced = collect();
        const ends = [...new Set([...cuts, all.length])].sort((a, b) => a - b);
        let start = 0;
        for (const end of ends) {
          sliced.messages.push(all.subarray(start, end));
          start = end;
        }
        expect(sliced.exchanges).toEqual(whole.exchanges);
      }),
    );
  });
});
