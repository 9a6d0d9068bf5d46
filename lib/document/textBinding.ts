import type * as Y from 'yjs';
import { maxTextLength } from '@/lib/map/text';
import { toInputText } from './plainValue';
import { localOrigin } from './schema';
import { mapIndex, mapRange, mapSelection, type TextDelta, type TextSelection } from './textDelta';
import { diffText, type TextEdit } from './textDiff';
import { typingMeta } from './undo';

/** A plain textarea, as far as a binding needs it. */
export type TextPort = {
  /** What it shows, and the selection in it. */
  read(): TextSelection & { value: string };
  /** Shows a value, and selects in it if it has the focus. */
  write(value: string, selection: TextSelection): void;
};

/** Ties a textarea to a shared text. Call its methods from the events of the same names. */
export type TextBinding = {
  /** After `input`. While an input method composes it does nothing. */
  input(): void;
  compositionStart(): void;
  /** After `compositionend`, and on `blur` when a composition was left open. */
  compositionEnd(): void;
  /** Ends the binding; what was being composed is kept. */
  destroy(): void;
};

/**
 * Writes an edit that was made in an older state of the text, after the changes (`since`) that came in meanwhile. Deletes only
 * characters that were there then. Returns where the inserted text ends. Call inside a transaction.
 */
export function applyEdit(text: Y.Text, edit: TextEdit, since: readonly TextDelta[] = []): number {
  let at = edit.index;
  let ranges = edit.remove > 0 ? [{ index: edit.index, length: edit.remove }] : [];
  for (const delta of since) {
    at = mapIndex(at, delta, 'left');
    ranges = ranges.flatMap((range) => mapRange(range, delta));
  }
  for (const { index, length } of ranges.toReversed()) text.delete(index, length);
  if (edit.insert !== '') text.insert(at, edit.insert);
  return at + edit.insert.length;
}

/**
 * Binds a textarea to a shared text: what is typed becomes the smallest edit, what others type moves the selection along. While an
 * input method composes, the textarea is left alone, since writing to it would end the composition; what others typed meanwhile
 * and what was composed come together at its end. Each write is typing for undo.
 */
export function createTextBinding(text: Y.Text, port: TextPort, origin: unknown = localOrigin): TextBinding {
  let composing: { base: string; since: TextDelta[] } | null = null;
  let writing = false;

  const show = (selection: TextSelection): void => {
    const value = text.toString();
    const shown = port.read();
    if (shown.value !== value || shown.start !== selection.start || shown.end !== selection.end) port.write(value, selection);
  };

  const onChange = (event: Y.YTextEvent): void => {
    if (writing) return;
    const delta: TextDelta = event.delta;
    if (composing) composing.since.push(delta);
    else port.write(text.toString(), mapSelection(port.read(), delta));
  };

  /** Takes what the textarea shows into the text. `base` is what the typing began from. */
  const take = (base: string, since: readonly TextDelta[]): void => {
    const { value, start, end } = port.read();
    const edit = diffText(base, value, end);
    const clean = edit && toAllowed(edit, text.length);
    let selection: TextSelection = { start, end };
    if (edit && clean) {
      writing = true;
      text.doc?.transact((transaction) => {
        transaction.meta.set(typingMeta, text);
        const after = applyEdit(text, clean, since);
        if (since.length > 0 || clean.insert !== edit.insert) selection = { start: after, end: after };
      }, origin);
      writing = false;
    } else {
      for (const delta of since) selection = mapSelection(selection, delta);
    }
    show(selection);
  };

  const end = (): void => {
    const ended = composing;
    composing = null;
    if (ended) take(ended.base, ended.since);
  };

  text.observe(onChange);
  show(port.read());

  return {
    input() {
      if (!composing) take(text.toString(), []);
    },
    compositionStart() {
      composing ??= { base: text.toString(), since: [] };
    },
    compositionEnd: end,
    destroy() {
      end();
      text.unobserve(onChange);
    },
  };
}

/** The edit with an insertion that may be stored and fits into the text. */
function toAllowed(edit: TextEdit, length: number): TextEdit {
  return { ...edit, insert: toInputText(edit.insert, Math.max(0, maxTextLength - length + edit.remove)) };
}
