import { listCommentParts, toMention } from '@/lib/comments/commentText';
import type { CommentDraft } from './commentsStore';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A draft as it is sent: where a chosen person's name stands behind an @, the person. Longer names first: “@Anna Berg” is not “@Anna”. */
export function toSentDraft({ text, people }: CommentDraft): string {
  if (people.length === 0) return text;
  const byName = new Map(people.map((person) => [person.name, person]));
  const names = [...byName.keys()].sort((a, b) => b.length - a.length).map(escaped);
  // A longer word that begins like a name is not that name.
  const pattern = new RegExp(`@(${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return text.replace(pattern, (whole, name: string) => {
    const person = byName.get(name);
    return person ? toMention(person.id, person.name) : whole;
  });
}

/** An answered text as it can be written on: people by their names. `former` stands for somebody who has none any more. */
export function toDraft(text: string, former: string): CommentDraft {
  const people = new Map<string, { id: string; name: string }>();
  const words = listCommentParts(text).map((part) => {
    if (part.type !== 'mention') return part.text;
    const name = part.name.trim() === '' ? former : part.name;
    people.set(name, { id: part.id, name });
    return `@${name}`;
  });
  return { text: words.join(''), people: [...people.values()] };
}

/** What stands between an @ and the caret, if somebody is being looked for there: where it begins, and the letters. */
export function findMentionQuery(text: string, caret: number): { start: number; query: string } | null {
  const match = /(?:^|[\s(„“"'])@([^\s@]{0,40}(?: [^\s@]{0,40})?)$/u.exec(text.slice(0, caret));
  if (!match) return null;
  const query = match[1] ?? '';
  return { start: caret - query.length - 1, query };
}

/** The people whom letters could mean: those whose name, or a word of it, begins with them come first; at most eight. */
export function listMatches<Person extends { name: string }>(people: readonly Person[], query: string): Person[] {
  const wanted = query.toLocaleLowerCase();
  const rank = ({ name }: Person): number => {
    const words = name.toLocaleLowerCase();
    if (words.startsWith(wanted)) return 0;
    if (words.split(/[\s-]+/).some((word) => word.startsWith(wanted))) return 1;
    return words.includes(wanted) ? 2 : 3;
  };
  return people
    .map((person) => ({ person, rank: rank(person) }))
    .filter((each) => each.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 8)
    .map(({ person }) => person);
}
