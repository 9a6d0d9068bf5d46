import { type TextRun, toTextRuns } from '@/lib/map/layout/textRuns';
import { textStyles } from '@/lib/map/layout/textStyles';
import type { TextBlock, TextLine } from '@/lib/map/layout/types';
import { pdfFontOf } from './pdfFonts';

/** Text options that pdfkit knows but its types do not: with them it need not measure again. */
type TextOptions = PDFKit.Mixins.TextOptions & { textWidth: number; wordCount: number };

export type PdfText = {
  draw(block: TextBlock, colour: string): void;
  missing(): ReadonlySet<string>;
};

/** Whether the words of a line and the next were apart: a broken word stays one word. */
const endsInSpace = (line: TextLine): boolean => line.after === ' ' || line.after === '\n' || line.after === undefined;

/** Sets text with the shipped fonts, one run after the other, each where it was measured. */
export function createPdfText(doc: PDFKit.PDFDocument): PdfText {
  const missing = new Set<string>();

  const set = (font: Exclude<TextRun['font'], { kind: 'missing' }>, text: string, width: number, at: TextLine, size: number) => {
    const { name, font: source } = pdfFontOf(font);
    // A registered name keeps one embedded subset per font and document.
    doc.registerFont(name, source as unknown as PDFKit.Mixins.PDFFontSource);
    const options: TextOptions = { lineBreak: false, baseline: 'alphabetic', features: [], textWidth: width, wordCount: 1 };
    doc.font(name).fontSize(size).text(text, at.x, at.y, options);
  };

  const setBox = (run: TextRun, at: TextLine, size: number, colour: string) => {
    missing.add(run.source);
    const height = size * 0.72;
    const [left, right] = [at.x + 1, at.x + run.width - 1];
    // Nothing can be drawn of the character, but copies and screen readers get it: box and space are one span that says it.
    doc.markContent('Span', { actual: run.source });
    doc.lineWidth(0.75).undash();
    doc.rect(left, at.y - height, Math.max(2, right - left), height).stroke(colour);
    doc
      .moveTo(left, at.y - height)
      .lineTo(right, at.y)
      .stroke(colour);
    doc.fillColor(colour);
    set({ kind: 'text', face: 'regular', subset: 'latin' }, ' ', run.width, at, size);
    doc.endMarkedContent();
  };

  return {
    draw: (block, colour) => {
      const { size } = textStyles[block.style];
      doc.fillColor(colour);
      block.lines.forEach((line, index) => {
        const runs = toTextRuns(line.text, block.style);
        // A space that was broken away is put back, or readers and copies would join the words of two lines.
        const spaced = index + 1 < block.lines.length && endsInSpace(line);
        for (const run of runs) {
          const at = { ...line, x: line.x + run.x };
          const ends = run === runs.at(-1) && spaced && run.font.kind === 'text';
          if (run.font.kind === 'missing') setBox(run, at, size, colour);
          else set(run.font, ends ? `${run.text} ` : run.text, run.width, at, size);
        }
      });
    },
    missing: () => missing,
  };
}
