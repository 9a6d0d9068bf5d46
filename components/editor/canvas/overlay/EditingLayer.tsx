'use client';

import { type KeyboardEvent, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { textOf } from '@/lib/document/textReference';
import { type MapReference, referenceKey } from '../../reference';
import { useEditor } from '../../session/EditorContext';
import { SharedText } from '../../text/SharedText';
import { useCanvas, useMapIndex } from '../CanvasContext';
import { type EditorSpec, findEditorSpec, isReplacedByTyping } from '../geometry/editorSpec';
import { placeAfter } from '../geometry/placeAfter';
import { textCss } from '../nodes/TextLines';
import { OffMapHint } from './OffMapHint';
import { TouchpointName } from './TouchpointName';
import { useEditorWords } from './useEditorWords';

const isSingleLine = (reference: MapReference): boolean =>
  reference.type !== 'card' && !(reference.type === 'meta' && (reference.field === 'scenario' || reference.field === 'goal'));

/**
 * Where a text is edited. What goes from the map while one types in it, as others delete it or bring a version back, stays open where it was:
 * its words are kept with it, and what is typed next would be taken for commands.
 */
function useEditorSpec(reference: MapReference): { spec: EditorSpec | null; isOnMap: boolean } {
  const { session } = useEditor();
  const drawn = findEditorSpec(useMapIndex(), reference);
  const last = useRef(drawn);
  if (drawn) last.current = drawn;
  if (drawn || !last.current?.text) return { spec: drawn, isOnMap: drawn !== null };
  return { spec: textOf(session.shownDoc(), last.current.text) ? last.current : null, isOnMap: false };
}

function OpenText({ reference }: { reference: MapReference }) {
  const t = useTranslations('editor.canvas');
  const { selection } = useEditor();
  const canvas = useCanvas();
  const { spec, isOnMap } = useEditorSpec(reference);
  const words = useEditorWords(reference);
  if (!spec) return null;

  const close = (): void => selection.getState().stopEditing();
  /** By a key: the keyboard needs a place on the map then. */
  const leave = (): void => {
    close();
    if (isOnMap) return;
    const place = placeAfter(canvas.index.get(), reference, spec.box);
    selection.getState().select(...(place ? [place] : []));
    canvas.context().focusCanvas();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      leave();
    } else if (event.key === 'Tab') {
      event.preventDefault();
      leave();
      canvas.commands.run(event.shiftKey ? 'previousCell' : 'nextCell');
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      const written = event.target instanceof HTMLTextAreaElement && event.target.value.trim() !== '';
      leave();
      // The next card would come to another cell.
      if (reference.type === 'card' && written && isOnMap) canvas.commands.run('addCard');
    }
  };
  const onBlur = (): void => {
    // Changing to another window is no leaving; a click elsewhere has already selected something else.
    const { editing } = selection.getState();
    if (document.hasFocus() && editing && referenceKey(editing) === referenceKey(reference)) close();
  };
  const { box, style, align, indent, text } = spec;
  return (
    <div
      className="map-editor nopan nodrag nowheel"
      data-own-pointer
      data-type={reference.type}
      data-replace={isReplacedByTyping(reference) || undefined}
      style={{ left: box.x, top: box.y, width: box.width, minHeight: box.height }}
    >
      {text ? (
        <SharedText
          reference={text}
          label={words.label}
          placeholder={words.placeholder}
          singleLine={isSingleLine(reference)}
          className="map-editor-text"
          style={{ ...textCss[style], textAlign: align, textIndent: indent }}
          focusAt={isReplacedByTyping(reference) ? 'all' : 'end'}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        />
      ) : reference.type === 'touchpoint' ? (
        <TouchpointName
          id={reference.id}
          label={t('touchpointText')}
          style={textCss[style]}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        />
      ) : null}
      {isOnMap ? null : <OffMapHint reference={reference} />}
    </div>
  );
}

/** The text that is open for editing, on the very place where it is drawn. One for the whole canvas, so it needs no node, and no zoom hides it. */
export function EditingLayer() {
  const { selection, canWrite } = useEditor();
  const editing = useStore(selection, (state) => state.editing);
  return editing && canWrite ? <OpenText key={referenceKey(editing)} reference={editing} /> : null;
}
