'use client';

import { type KeyboardEvent, type RefObject, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useEditor } from '../session/EditorContext';
import { findMentionQuery, listMatches } from './commentDraft';
import { commentRequests } from './commentRequests';
import type { CommentDraft } from './commentsStore';

export type Person = { id: string; name: string };

export type MentionField = {
  /** People who fit to what stands behind the @ at the caret; null while nobody is looked for. */
  matches: readonly Person[] | null;
  active: number;
  /** Call when the text or the caret has changed. */
  follow(text: string, caret: number): void;
  choose(person: Person): void;
  dismiss(): void;
  /** Handles the keys of the list while it is open. Returns whether it took the key. */
  takeKey(event: KeyboardEvent): boolean;
};

/** Looking for people in a text field: an @ opens a list, letters narrow it, arrows and Enter choose. */
export function useMentionField(
  field: RefObject<HTMLTextAreaElement | null>,
  draft: CommentDraft,
  onChange: (draft: CommentDraft) => void,
): MentionField {
  const { session } = useEditor();
  const [query, setQuery] = useState<{ start: number; query: string } | null>(null);
  const [people, setPeople] = useState<readonly Person[] | null>(null);
  const [active, setActive] = useState(0);
  const isLooking = query !== null;

  useEffect(() => {
    if (!isLooking) return;
    let isOver = false;
    // Asked for anew each time that somebody looks for somebody: people come and go.
    commentRequests(session.mapId)
      .people()
      .then((found) => {
        if (!isOver) setPeople(found);
      })
      .catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [isLooking, session.mapId]);

  const matches = useMemo(() => {
    if (!query || !people) return null;
    const found = listMatches(people, query.query);
    // Behind a blank, words that are nobody's name are just words.
    return found.length === 0 && query.query.includes(' ') ? null : found;
  }, [query, people]);

  const choose = (person: Person): void => {
    const element = field.current;
    if (!query || !element) return;
    const end = query.start + 1 + query.query.length;
    element.focus();
    // The browser writes it and puts the caret behind it, before the next key: set afterwards, it came behind what was typed on meanwhile.
    element.setRangeText(`@${person.name} `, query.start, element.value[end] === ' ' ? end + 1 : end, 'end');
    flushSync(() => {
      onChange({ text: element.value, people: [...draft.people.filter(({ name }) => name !== person.name), person] });
      setQuery(null);
    });
  };

  return {
    matches,
    active: Math.min(active, Math.max(0, (matches?.length ?? 0) - 1)),
    follow(text, caret) {
      const found = findMentionQuery(text, caret);
      // Who was chosen already is looked for no more.
      const isChosen = draft.people.some(({ name }) => found?.query.startsWith(name));
      setQuery(isChosen ? null : found);
      setActive(0);
    },
    choose,
    dismiss: () => setQuery(null),
    takeKey(event) {
      if (!matches || event.nativeEvent.isComposing) return false;
      if (event.key === 'Escape') setQuery(null);
      else if (matches.length === 0) return false;
      else if (event.key === 'ArrowDown') setActive((active + 1) % matches.length);
      else if (event.key === 'ArrowUp') setActive((active + matches.length - 1) % matches.length);
      else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab') {
        const person = matches[active] ?? matches[0];
        if (person) choose(person);
      } else return false;
      event.preventDefault();
      return true;
    },
  };
}
