import { closeCodes, isPermanentClose } from '@/lib/sync/closeCodes';
import type { Ended } from './saveMachine';

/** What a closed connection means for this page. All but `ended` are followed by another attempt. */
export type CloseJudgement =
  | { kind: 'passing' }
  /** Too many connections from this address: worth another, later, attempt. */
  | { kind: 'crowded' }
  | { kind: 'roleChanged' }
  | { kind: 'ended'; ended: Ended };

const ended = (reason: Ended): CloseJudgement => ({ kind: 'ended', ended: reason });

/** Judges a close code; null when this page closed the connection itself. */
export function judgeClose(code: number | null): CloseJudgement {
  switch (code) {
    case closeCodes.unauthenticated:
      return ended({ kind: 'noAccess', reason: 'signedOut' });
    case closeCodes.forbidden:
      return ended({ kind: 'noAccess', reason: 'forbidden' });
    case closeCodes.notFound:
      return ended({ kind: 'noAccess', reason: 'notFound' });
    case closeCodes.reload:
      return ended({ kind: 'reload' });
    case closeCodes.tooLarge:
      return ended({ kind: 'notSaved', reason: 'tooLarge' });
    case closeCodes.roleChanged:
      return { kind: 'roleChanged' };
    case closeCodes.tooMany:
      return { kind: 'crowded' };
    default:
      return code !== null && isPermanentClose(code) ? ended({ kind: 'notSaved', reason: 'malformed' }) : { kind: 'passing' };
  }
}
