import { create, type Font, type Glyph } from 'fontkit';
import { arrows } from '@/lib/map/layout/substitutes';
import type { RunFont } from '@/lib/map/layout/textRuns';
import { emojiFile, interFile, readFontFile } from './fontFiles';

type Layout = ReturnType<Font['layout']>;

const opened = new Map<string, Font>();

function openFont(file: string): Font {
  const known = opened.get(file);
  if (known) return known;
  const font = create(readFontFile(file)) as Font;
  opened.set(file, font);
  return font;
}

/** Kerning on, contextual alternates off: as lib/map/layout/fontMetrics.ts measured. */
const plain = { kern: true, calt: false };
const joined = { kern: true, calt: true };
const maxCached = 20_000;

/**
 * A font as pdfkit wants it, that shapes the way we measured, and remembers what it shaped: lines repeat, and pdfkit asks twice.
 * Its positions are copies, because pdfkit scales them in place.
 */
function toPdfFont(font: Font, name: string, joins: boolean): Font {
  const shaped = new Map<string, Layout>();
  const layout = (text: string): Layout => {
    let run = shaped.get(text);
    if (!run) {
      if (shaped.size >= maxCached) shaped.clear();
      run = font.layout(text, joins ? joined : plain);
      // What joined to an arrow is copied and read out as the arrow.
      const arrow = joins ? arrowOf(text) : null;
      if (arrow !== null)
        run = { ...run, advanceWidth: run.advanceWidth, glyphs: run.glyphs.map((glyph) => meaning(glyph, arrow)) };
      shaped.set(text, run);
    }
    return { ...run, advanceWidth: run.advanceWidth, positions: run.positions.map((position) => ({ ...position })) };
  };
  // pdfkit takes two fonts of one name for the same one.
  return Object.create(font, { layout: { value: layout }, postscriptName: { value: name } });
}

function arrowOf(letters: string): string | null {
  for (const [arrow, { letters: joinedLetters }] of arrows) if (joinedLetters === letters) return arrow;
  return null;
}

/** A glyph that stands for a character in copied text. */
function meaning(glyph: Glyph, character: string): Glyph {
  return Object.create(glyph, { codePoints: { value: [character.codePointAt(0)] } });
}

const pdfFonts = new Map<string, Font>();

/** The font of a run for pdfkit, and the name under which one document registers it. */
export function pdfFontOf(font: Exclude<RunFont, { kind: 'missing' }>): { name: string; font: Font } {
  const file = font.kind === 'emoji' ? emojiFile : interFile(font.face, font.subset, 'woff');
  const name = `${font.kind === 'arrow' ? 'joined ' : ''}${file}`;
  let found = pdfFonts.get(name);
  if (!found) {
    const source = openFont(file);
    const label =
      font.kind === 'emoji'
        ? source.postscriptName
        : `${source.postscriptName}-${font.kind === 'arrow' ? 'arrows' : font.subset}`;
    found = toPdfFont(source, label, font.kind !== 'text');
    pdfFonts.set(name, found);
  }
  return { name, font: found };
}
