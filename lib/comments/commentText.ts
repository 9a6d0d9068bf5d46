/** Longest text of a comment, in UTF-16 code units, as it is sent. */
export const maxCommentLength = 5_000;

// A mention is sent and answered as `@[Anna](user:4f…)` and stored as `@(user:4f…)`: nobody's name is kept in a text.
const id = '((?:user|guest):[0-9A-Za-z_-]{1,64})';
const sent = new RegExp(`@\\[([^\\[\\]\\n]{0,200})\\]\\(${id}\\)`, 'g');
const stored = new RegExp(`@\\(${id}\\)`, 'g');

/** A name as it can stand between the brackets of a mention. */
const bracketed = (name: string): string => name.replace(/[[\]\n]/g, ' ').slice(0, 200);

/** A mention as it is sent. */
export const toMention = (actorId: string, name: string): string => `@[${bracketed(name)}](${actorId})`;

/**
 * The text to be stored, and whom it addresses, each once. Somebody who may not be addressed here stays in it as the plain words that were
 * written, whether they exist or not.
 */
export function toStoredText(text: string, mayMention: (actorId: string) => boolean): { text: string; mentions: string[] } {
  const store = (actorId: string, words: string): string => (mayMention(actorId) ? `@(${actorId})` : `@${words}`);
  // What is left of a refused mention can be one again together with what stands around it. Each round shortens the text, or is the last.
  let result = text;
  let before: string;
  do {
    before = result;
    result = result
      .replace(sent, (_, name: string, actorId: string) => store(actorId, name))
      // What stands there in the stored form is judged, too: it must not become a mention by being written out.
      .replace(stored, (_, actorId: string) => store(actorId, actorId));
  } while (result !== before);
  return { text: result, mentions: listMentioned(result) };
}

/** A stored text as it is answered: with the names that people have now; an empty one for somebody who has none any more. */
export function toSentText(text: string, nameOf: (actorId: string) => string): string {
  return text.replace(stored, (_, actorId: string) => toMention(actorId, nameOf(actorId)));
}

/** Whom a stored text addresses, each once. */
export function listMentioned(text: string): string[] {
  return [...new Set([...text.matchAll(stored)].map((match) => match[1] ?? ''))];
}

/** A stored text as people read it in one line of another page or in a mail. */
export function toReadableText(text: string, nameOf: (actorId: string) => string): string {
  return text.replace(stored, (_, actorId: string) => `@${nameOf(actorId)}`);
}

/** A piece of an answered text. `href` is http, https or mailto and nothing else. */
export type CommentPart =
  | { type: 'text'; text: string }
  | { type: 'mention'; text: string; id: string; name: string }
  | { type: 'link'; text: string; href: string };

const addresses = /https?:\/\/[^\s<>"“”„«»]+|[A-Z0-9](?:[A-Z0-9._+-]{0,62}[A-Z0-9_+-])?@[A-Z0-9-]{1,63}(?:\.[A-Z0-9-]{1,63})+/giu;

/** An address without what belongs to the sentence around it: a full stop at its end, a bracket that it did not open. */
function withoutSentence(address: string): string {
  let end = address.length;
  let unopened = address.split(')').length - address.split('(').length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    if (last === ')' && unopened > 0) unopened -= 1;
    else if (!/[.,;:!?'’‘*_…\]}]/.test(last)) break;
  }
  return address.slice(0, end);
}

function hrefOf(address: string): string | null {
  const href = /^https?:/i.test(address) ? address : `mailto:${address}`;
  if (!URL.canParse(href)) return null;
  const { protocol, href: normal } = new URL(href);
  return protocol === 'http:' || protocol === 'https:' || protocol === 'mailto:' ? normal : null;
}

function* plainParts(text: string): Generator<CommentPart> {
  let end = 0;
  for (const match of text.matchAll(addresses)) {
    const address = withoutSentence(match[0]);
    const href = hrefOf(address);
    if (href === null) continue;
    if (match.index > end) yield { type: 'text', text: text.slice(end, match.index) };
    yield { type: 'link', text: address, href };
    end = match.index + address.length;
  }
  if (end < text.length) yield { type: 'text', text: text.slice(end) };
}

/** The pieces of an answered text, in order: nothing of it is lost, and nothing of it is ever markup. */
export function listCommentParts(text: string): CommentPart[] {
  const parts: CommentPart[] = [];
  let end = 0;
  for (const match of text.matchAll(sent)) {
    parts.push(...plainParts(text.slice(end, match.index)));
    parts.push({ type: 'mention', text: match[0], name: match[1] ?? '', id: match[2] ?? '' });
    end = match.index + match[0].length;
  }
  return [...parts, ...plainParts(text.slice(end))];
}
