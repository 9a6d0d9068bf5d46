'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/TextField';
import { setLaneHeight } from '@/lib/document/operations/lanes';
import { type Lane, maxLaneHeight, minLaneHeight } from '@/lib/map/lane';
import { useEditor } from '../session/EditorContext';

/** A whole number of pixels from what people write; undefined for an empty text, null for none that a lane can have. */
export function parseLaneHeight(text: string): number | undefined | null {
  const input = text.trim().replace(/\s*px$/i, '');
  if (input === '') return undefined;
  const height = Math.round(Number(input.replace(',', '.')));
  return height >= minLaneHeight && height <= maxLaneHeight ? height : null;
}

const toText = (height: number | undefined): string => (height === undefined ? '' : String(height));

/** The least height of a lane; empty as high as its cards. What was typed is taken over when the field is left, or with Enter. */
export function LaneHeightField({ lane: { id, height } }: { lane: Lane }) {
  const t = useTranslations('editor.lanes');
  const { doc, canWrite, undo } = useEditor();
  const [text, setText] = useState(() => toText(height));
  const [wrong, setWrong] = useState(false);
  const typing = useRef(false);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    // Others may set it meanwhile; what is being typed is not pulled away.
    if (!typing.current) setText(toText(height));
  }, [height]);

  const set = (next: number | undefined): void => {
    typing.current = false;
    setText(toText(next));
    setWrong(false);
    if (next === height) return;
    setLaneHeight(doc, { id, height: next ?? null });
    undo.stopCapturing();
  };
  const take = (): void => {
    const next = parseLaneHeight(text);
    if (next === null) setWrong(true);
    else set(next);
  };
  return (
    <div>
      <TextField
        ref={input}
        label={t('height')}
        hint={t('heightHint')}
        error={wrong ? t('heightError', { min: minLaneHeight, max: maxLaneHeight }) : undefined}
        placeholder={t('fits')}
        value={text}
        disabled={!canWrite}
        inputMode="numeric"
        className="h-8! text-sm! pointer-coarse:h-11!"
        onChange={(event) => {
          typing.current = true;
          setText(event.target.value);
          setWrong(false);
        }}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') take();
          if (event.key === 'Escape' && typing.current) {
            event.stopPropagation();
            set(height);
          }
        }}
      />
      {canWrite && height !== undefined ? (
        <Button
          size="sm"
          variant="ghost"
          className="mt-1"
          onClick={() => {
            set(undefined);
            // The button goes with what it did.
            input.current?.focus();
          }}
        >
          {t('fits')}
        </Button>
      ) : null}
    </div>
  );
}
