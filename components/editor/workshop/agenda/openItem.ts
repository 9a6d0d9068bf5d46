import { createWritable } from '../../session/readable';

/** The item of the agenda whose fields are open in this page. */
export const openItem = createWritable<string | null>(null);
