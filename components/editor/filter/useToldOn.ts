'use client';

import { useEffect, useRef, useState } from 'react';

/** So long (milliseconds) the sentence stands there: it is on the page for the eye, too, and is not to be come across twice. */
const shown = 3_000;

/** A sentence for a live region: told anew when `choice` changes, and not whenever others change what the sentence counts. Nothing at first. */
export function useToldOn(choice: string, sentence: string): string {
  const [told, setTold] = useState('');
  const latest = useRef(sentence);
  latest.current = sentence;
  const before = useRef(choice);
  useEffect(() => {
    if (before.current === choice) return;
    before.current = choice;
    setTold(latest.current);
    const handle = setTimeout(() => setTold(''), shown);
    return () => clearTimeout(handle);
  }, [choice]);
  return told;
}
