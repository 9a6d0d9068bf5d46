import { hatchPath } from '@/lib/map/layout/hatch';
import { wordsOf } from '@/lib/map/layout/textBlock';
import type { Box } from '@/lib/map/layout/types';
import type { PdfStructure } from './pdfStructure';
import { createPdfText } from './pdfText';
import type { Paint, Pen } from './pen';

export type PdfPen = Pen & { missing(): ReadonlySet<string> };

/** Draws on the current page of a document; the caller has set the scale. Text is tagged in the order in which it is drawn. */
export function createPdfPen(doc: PDFKit.PDFDocument, structure: PdfStructure): PdfPen {
  const text = createPdfText(doc);

  const paint = (data: { fill?: string; stroke?: string }, options: Paint) => {
    if (options.opacity !== undefined) doc.opacity(options.opacity);
    if (data.stroke) {
      doc
        .lineWidth(options.strokeWidth ?? 1)
        .lineCap('round')
        .lineJoin('round');
      if (options.dash) doc.dash(options.dash[0], { space: options.dash[1] });
      else doc.undash();
    }
    if (data.fill && data.stroke) doc.fillAndStroke(data.fill, data.stroke);
    else if (data.fill) doc.fill(data.fill);
    else if (data.stroke) doc.stroke(data.stroke);
    if (options.opacity !== undefined) doc.opacity(1);
  };
  const shape = (options: Paint, trace: () => void) => {
    if (!options.fill && !options.stroke) return;
    structure.artifact(() => {
      trace();
      paint(options, options);
    });
  };

  return {
    box: (box, { radius = 0, ...options }) =>
      shape(options, () => {
        const corner = Math.min(radius, box.width / 2, box.height / 2);
        if (corner > 0) doc.roundedRect(box.x, box.y, box.width, box.height, corner);
        else doc.rect(box.x, box.y, box.width, box.height);
      }),
    path: (data, options) => {
      if (data !== '') shape(options, () => doc.path(data));
    },
    line: (from, to, options) => shape(options, () => doc.moveTo(from.x, from.y).lineTo(to.x, to.y)),
    hatch: (box, colour) => shape({ stroke: colour }, () => doc.path(hatchPath(box))),
    text: (block, colour) => {
      if (block.lines.length > 0) structure.element('P', () => text.draw(block, colour));
    },
    heading: (level, block, colour, bookmark) => {
      if (block.lines.length === 0) return;
      if (bookmark) structure.bookmark(wordsOf(block), bookmark);
      structure.element(`H${level}`, () => text.draw(block, colour));
    },
    image: (box: Box, picture) =>
      structure.figure(picture.alt, () =>
        doc.image(Buffer.from(picture.bytes), box.x, box.y, { fit: [box.width, box.height], align: 'center', valign: 'center' }),
      ),
    link: (box, address) => {
      doc.link(box.x, box.y, box.width, box.height, address);
    },
    group: ({ kind, label }, draw) => (kind === 'figure' ? structure.figure(label, draw) : structure.section(label, draw)),
    missing: () => text.missing(),
  };
}
