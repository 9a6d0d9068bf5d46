import { describe, expect, it } from 'vitest';
import { longestPause, pauseBefore } from '@/components/editor/session/backoff';
import { judgeClose } from '@/components/editor/session/closeReason';
import { countedFrame } from '@/components/editor/session/countingSocket';
import { readDatabaseName, toDatabaseName } from '@/components/editor/session/deviceDatabase';
import { closeCodes } from '@/lib/sync/closeCodes';
import { encodeAnswerFrame, encodeAwarenessFrame, encodeStateVectorFrame, encodeUpdateFrame } from '@/lib/sync/protocol';

describe('counted frames', () => {
  it('are updates and answers, as the server counts them', () => {
    const bytes = new Uint8Array([1, 2, 3]);
    expect(countedFrame(encodeUpdateFrame(bytes))).toBe('update');
    expect(countedFrame(encodeAnswerFrame(bytes))).toBe('answer');
    expect(countedFrame(encodeStateVectorFrame(bytes))).toBeNull();
    expect(countedFrame(encodeAwarenessFrame(bytes))).toBeNull();
    expect(countedFrame(new Uint8Array())).toBeNull();
  });
});

describe('pauses between attempts', () => {
  it('double, stay below the longest, and are spread', () => {
    expect(pauseBefore(1, 1)).toBe(300);
    expect(pauseBefore(2, 1)).toBe(600);
    expect(pauseBefore(2, 0)).toBe(150);
    expect(pauseBefore(50, 1)).toBe(longestPause);
  });
});

describe('close codes', () => {
  it('each have a meaning', () => {
    expect(judgeClose(null)).toEqual({ kind: 'passing' });
    expect(judgeClose(1006)).toEqual({ kind: 'passing' });
    expect(judgeClose(closeCodes.restart)).toEqual({ kind: 'passing' });
    expect(judgeClose(closeCodes.tryAgain)).toEqual({ kind: 'passing' });
    expect(judgeClose(closeCodes.roleChanged)).toEqual({ kind: 'roleChanged' });
    expect(judgeClose(closeCodes.tooMany)).toEqual({ kind: 'crowded' });
    expect(judgeClose(closeCodes.unauthenticated)).toEqual({ kind: 'ended', ended: { kind: 'noAccess', reason: 'signedOut' } });
    expect(judgeClose(closeCodes.reload)).toEqual({ kind: 'ended', ended: { kind: 'reload' } });
    expect(judgeClose(closeCodes.malformed)).toEqual({ kind: 'ended', ended: { kind: 'notSaved', reason: 'malformed' } });
    expect(judgeClose(4499)).toEqual({ kind: 'ended', ended: { kind: 'notSaved', reason: 'malformed' } });
  });
});

describe('names of the databases on the device', () => {
  it('say map, epoch and person, and are read back', () => {
    const key = { mapId: 'abc', epoch: 3, actorId: 'user:xyz' };
    expect(readDatabaseName(toDatabaseName(key))).toEqual(key);
    expect(readDatabaseName('another/database')).toBeNull();
    expect(readDatabaseName('wegmarke/abc/three/user:xyz')).toBeNull();
  });
});
