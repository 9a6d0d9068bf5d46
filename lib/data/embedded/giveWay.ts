import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';

/** Nice value of the database's thread. 10 leaves a ninth of a core to it when another thread wants all of the core. */
const niceness = 10;

/**
 * Lets the other threads of the process go first where they have to share a processor core: people see each other's edits at once, and a commit
 * takes a little longer. Where threads have no priorities of their own (anywhere but on Linux) nothing changes.
 */
export function giveWay(): void {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    if (Number.isInteger(thread)) setPriority(thread, niceness);
  } catch {
    // No such thing here, or not allowed: it works as well, a little less evenly.
  }
}
