'use client';

import clsx from 'clsx';
import { type CSSProperties, type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { absorbBehind, type TextReference, textOf } from '@/lib/document/textReference';
import { maxTextLength } from '@/lib/map/text';
import { useEditor } from '../session/EditorContext';
import { useTextLock } from '../workshop/locks/useTextLock';
import { RemoteCarets } from './RemoteCarets';
import { textKey } from './textKey';
import { useOwnCaret } from './useOwnCaret';
import { useRemoteCarets } from './useRemoteCarets';
import { useTextBinding } from './useTextBinding';

export type SharedTextProps = {
  reference: TextReference;
  /** Its accessible name. */
  label: string;
  placeholder?: string | undefined;
  /** Takes no line breaks; Enter leaves it. */
  singleLine?: boolean;
  /** Scrolls a single line sideways instead of breaking it. */
  noWrap?: boolean;
  rows?: number;
  maxLength?: number | undefined;
  /** Type, padding and border: the textarea and the mirror behind it share it, so they break lines alike. */
  className?: string;
  style?: CSSProperties;
  /** Takes the focus when it appears, with the caret at the end or with everything selected. */
  focusAt?: 'end' | 'all' | undefined;
  /** Told before this field's own keys; `preventDefault` keeps those from acting. */
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  onBlur?: () => void;
};

/**
 * A textarea in which several people type at once: bound to the shared text, as high as its content, with the others' carets in it.
 * While an input method composes, what others type waits until it is done.
 */
export function SharedText(props: SharedTextProps) {
  const { reference, label, placeholder, singleLine = false, noWrap = false, rows = 1, className, style, focusAt } = props;
  const { doc, session, canWrite: mayWrite, undo } = useEditor();
  const isLocked = useTextLock(reference);
  const canWrite = mayWrite && !isLocked;
  const area = useRef<HTMLTextAreaElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const key = textKey(reference);
  const text = useSyncExternalStore(
    session.map.subscribe,
    () => textOf(session.shownDoc(), reference),
    () => null,
  );
  const [value, setValue] = useState(() => text?.toString() ?? '');
  const binding = useTextBinding(area, text, setValue);
  const carets = useRemoteCarets(key);
  const caret = useOwnCaret(area, text, key);
  const [scroll, setScroll] = useState(0);

  const opened = useRef(reference);
  opened.current = reference;
  useEffect(() => {
    if (canWrite && key !== '') absorbBehind(doc, opened.current);
  }, [doc, canWrite, key]);

  useEffect(() => {
    const element = area.current;
    if (!element || !focusAt) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(focusAt === 'all' ? 0 : element.value.length, element.value.length);
  }, [focusAt]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    props.onKeyDown?.(event);
    if (event.defaultPrevented) return;
    const mod = event.ctrlKey || event.metaKey;
    const letter = event.key.toLowerCase();
    if (mod && !event.altKey && (letter === 'z' || letter === 'y')) {
      // The browser's own undo knows nothing of what the others wrote.
      event.preventDefault();
      event.stopPropagation();
      if (letter === 'y' || event.shiftKey) undo.redo();
      else undo.undo();
    } else if (event.key === 'Escape' || (event.key === 'Enter' && singleLine)) {
      event.preventDefault();
      area.current?.blur();
    }
  };

  const lines = noWrap ? 'whitespace-pre' : 'whitespace-pre-wrap wrap-break-word';
  return (
    <div className="relative grid min-w-0" style={style}>
      <div
        ref={mirror}
        aria-hidden="true"
        className={clsx(className, lines, 'pointer-events-none invisible min-w-0 overflow-hidden [grid-area:1/1]')}
      >
        {`${value === '' ? (placeholder ?? '') : value}\u200b`}
      </div>
      <textarea
        ref={area}
        aria-label={label}
        defaultValue={value}
        placeholder={placeholder}
        readOnly={!canWrite || text === null}
        rows={rows}
        // The mirror gives the width; a textarea's own twenty columns would only be in the way.
        cols={1}
        wrap={noWrap ? 'off' : 'soft'}
        maxLength={props.maxLength ?? maxTextLength}
        spellCheck
        autoComplete="off"
        enterKeyHint={singleLine ? 'done' : undefined}
        className={clsx(className, lines, 'w-full resize-none overflow-hidden [grid-area:1/1]')}
        onInput={(event) => {
          const element = event.currentTarget;
          if (singleLine && element.value.includes('\n')) replaceLineBreaks(element);
          binding.current?.input();
          setValue(element.value);
          caret.tell();
        }}
        onCompositionStart={() => binding.current?.compositionStart()}
        onCompositionEnd={() => {
          binding.current?.compositionEnd();
          caret.tell();
        }}
        onKeyDown={onKeyDown}
        onFocus={caret.tell}
        onBlur={() => {
          binding.current?.compositionEnd();
          undo.stopCapturing();
          caret.end();
          props.onBlur?.();
        }}
        onScroll={(event) => setScroll(event.currentTarget.scrollLeft)}
      />
      {text && carets.length > 0 ? (
        <div aria-hidden="true" className="pointer-events-none absolute inset-0 [grid-area:1/1]">
          <div className="relative" style={scroll === 0 ? undefined : { left: -scroll }}>
            <RemoteCarets carets={carets} text={text} mirror={mirror} value={value} />
          </div>
        </div>
      ) : null}
    </div>
  );
}

/** Line breaks from the clipboard become blanks: as many characters as before, so the caret stays where it is. */
function replaceLineBreaks(element: HTMLTextAreaElement): void {
  const { selectionStart, selectionEnd } = element;
  element.value = element.value.replace(/\r\n|[\r\n]/g, ' ');
  element.setSelectionRange(selectionStart, selectionEnd);
}
