import { graphemesOf } from '@/lib/map/layout/fontMetrics';
import type { TextRun } from '@/lib/map/layout/textRuns';
import { type FontFace, faceStyles } from '@/lib/map/layout/textStyles';
import { interFile, readFontFile } from './fontFiles';

type Range = readonly [number, number];

function parseRanges(text: string): Range[] {
  return text.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

const readRanges = (name: string): [string, string][] =>
  Object.entries(JSON.parse(readFontFile(name).toString('utf8')) as Record<string, string>);

/** The emoji files by what they cover; an emoji that is joined of several signs lies whole in one of them. */
function emojiFiles(): { name: string; ranges: string; covers: (grapheme: string) => boolean }[] {
  return readRanges('@fontsource/noto-emoji/unicode.json').map(([key, ranges]) => {
    const parsed = parseRanges(ranges);
    const covers = (grapheme: string) =>
      Array.from(grapheme).every((char) => {
        const point = char.codePointAt(0) ?? 0;
        return parsed.some(([from, to]) => point >= from && point <= to);
      });
    return { name: `@fontsource/noto-emoji/files/noto-emoji-${key.replace(/[[\]]/g, '')}-400-normal.woff2`, ranges, covers };
  });
}

function fontFace(family: string, face: FontFace, file: string, ranges: string): string {
  const { weight, italic } = faceStyles[face];
  const data = readFontFile(file).toString('base64');
  return `@font-face{font-family:'${family}';font-weight:${weight};font-style:${italic ? 'italic' : 'normal'};src:url(data:font/woff2;base64,${data}) format('woff2');unicode-range:${ranges}}`;
}

/** `@font-face` rules with the fonts that these runs need, inside the text: the picture needs nothing else on the reader's machine. */
export function svgFontRules(runs: readonly TextRun[]): string {
  const inter = new Map<string, { face: FontFace; subset: string }>();
  const emoji = new Set<string>();
  for (const { font, text } of runs) {
    if (font.kind === 'text' || font.kind === 'arrow') inter.set(`${font.face} ${font.subset}`, font);
    if (font.kind === 'emoji') for (const grapheme of graphemesOf(text)) emoji.add(grapheme);
  }
  const interRanges = new Map(readRanges('@fontsource/inter/unicode.json'));
  const rules = [...inter.values()].map(({ face, subset }) =>
    fontFace('Inter', face, interFile(face, subset, 'woff2'), interRanges.get(subset) ?? 'U+0-10FFFF'),
  );
  if (emoji.size > 0) {
    const files = emojiFiles();
    const needed = new Map(
      [...emoji].flatMap((grapheme) => {
        const file = files.find((candidate) => candidate.covers(grapheme));
        return file ? [[file.name, file.ranges] as const] : [];
      }),
    );
    for (const [name, ranges] of needed) rules.push(fontFace('Noto Emoji', 'regular', name, ranges));
  }
  return rules.join('');
}
