'use client';

import { type ChangeEvent, useEffect, useRef, useState } from 'react';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** A field whose text is taken over when it is left. What is being typed is not pulled away by what others write meanwhile. */
export function useCommittedText(value: string, commit: (text: string) => void, isGood: (text: string) => boolean = () => true) {
  const [text, setText] = useState(value);
  const [isWrong, setWrong] = useState(false);
  const typing = useRef(false);
  const latest = useRef({ text, value, commit, isGood });
  latest.current = { text, value, commit, isGood };
  useEffect(() => {
    if (!typing.current) setText(value);
  }, [value]);
  // Fields that go away while one types in them tell of no blur.
  useEffect(
    () => () => {
      const { text: typed, value: before, commit: take, isGood: mayTake } = latest.current;
      if (typing.current && typed !== before && mayTake(typed)) take(typed);
    },
    [],
  );
  return {
    isWrong,
    /** Whether what stands in it can be taken over. */
    isGood: isGood(text),
    field: {
      value: text,
      onChange: (event: ChangeEvent<Field>) => {
        typing.current = true;
        setText(event.target.value);
        setWrong(false);
      },
      onBlur: () => {
        typing.current = false;
        const isRight = isGood(text);
        setWrong(!isRight);
        if (isRight && text !== value) commit(text);
      },
    },
  };
}
