import type { Writing } from '@/lib/comments/writeComments';
import type { Call } from '../endpoint';
import { baseOf } from './mapBody';

/** Who writes by a call of the API, and what links in mails about it begin with. */
export const writingFor = (call: Pick<Call<unknown, unknown, unknown>, 'runtime' | 'request' | 'actor' | 'locale'>): Writing => ({
  actor: call.actor,
  base: baseOf(call),
  locale: call.locale,
});
