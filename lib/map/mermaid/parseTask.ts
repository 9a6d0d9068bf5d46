import type { MermaidTask } from './mermaidJourney';
import { toReadableText } from './mermaidText';

const number = /^[+-]?\d{1,9}(?:\.\d{1,9})?$/;

// A `;` that ends the line, and not one that ends an entity such as `#35;`.
const closingSemicolon = /(?<![&#]#?\w{1,8});+\s*$/;

/**
 * A task's line: `name: score: actor, actor`. Names contain colons in real files (`Page at 02:41: 1: Engineer`), so the score is the last
 * field that is a number. Null when the line has no colon at all and so is no task.
 */
export function parseTask(text: string, line: number): MermaidTask | null {
  const fields = text.replace(closingSemicolon, '').split(':');
  if (fields.length < 2) return null;
  const at = fields.findLastIndex((field, index) => index > 0 && number.test(field.trim()));
  if (at > 0) {
    const [name, score, actors] = [fields.slice(0, at).join(':'), Number(fields[at]?.trim()), fields.slice(at + 1).join(':')];
    return { name: toReadableText(name), score, actors: parseActors(actors), line };
  }
  const comment = text.slice(text.indexOf(':')).search(/\s#[^;]*$/);
  if (comment > 0) return parseTask(text.slice(0, text.indexOf(':') + comment), line);
  // No number anywhere: better a step with the whole line as its name than a line lost.
  return { name: toReadableText(text.replace(/[:\s]+$/, '')), score: null, actors: [], line };
}

/** Each actor once, in the order in which they are named. `#` begins a comment here. */
function parseActors(text: string): string[] {
  const names = text.replace(/(^|\s)#[^;]*$/, '').split(',');
  return [...new Set(names.map(toReadableText).filter((name) => name !== ''))];
}
