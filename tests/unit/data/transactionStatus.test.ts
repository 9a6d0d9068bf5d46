import { describe, expect, it } from 'vitest';
import { TransactionStatus } from '@/lib/data/embedded/transactionStatus';

const ready = (status: string) => Uint8Array.from([0x5a, 0, 0, 0, 5, status.charCodeAt(0)]);

describe('TransactionStatus', () => {
  it('is idle after an answer that ends outside a transaction, in any slicing', () => {
    for (let cut = 0; cut <= 6; cut++) {
      const status = new TransactionStatus();
      expect(status.isIdle).toBe(false);
      status.push(Uint8Array.from([1, 2, 3, ...ready('I').slice(0, cut)]));
      status.push(ready('I').slice(cut));
      expect(status.isIdle).toBe(true);
    }
  });

  it.each(['T', 'E'])('is not idle in a transaction (%s)', (letter) => {
    const status = new TransactionStatus();
    status.push(ready('I'));
    status.push(ready(letter));
    expect(status.isIdle).toBe(false);
    status.reset();
    expect(status.isIdle).toBe(true);
  });

  it('is not idle in the middle of an answer', () => {
    const status = new TransactionStatus();
    status.push(ready('I'));
    status.push(Uint8Array.from([0x44, 0]));
    expect(status.isIdle).toBe(false);
  });
});
