import { version } from '@/lib/version';
import { describeApi } from '../description/openApi';
import { type Reference, toReference } from './reference';

let known: Reference | undefined;

/** The reference of this version's API, made once. */
export function currentReference(): Reference {
  // Examples get the installation's address when they are shown.
  known ??= toReference(describeApi({ server: '', version }));
  return known;
}
