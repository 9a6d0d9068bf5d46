import PDFDocument from 'pdfkit';
import { colourOf } from '@/lib/map/layout/palette';
import type { MapLayout } from '@/lib/map/layout/types';
import type { ExportWarning } from './exportWarning';
import { listPaperWarnings, type Orientation, type PagePlan, type Paper, planPage, pointsPerPixel } from './paper';
import { createPdfPen } from './pdfPen';
import { createPdfStructure } from './pdfStructure';
import { drawMap, type SceneOptions } from './scene';
import { drawSheet, type Sheet, sheetSize } from './sheets/sheet';

export type PdfOptions = Omit<SceneOptions, 'background'> & {
  title: string;
  description: string;
  paper: Paper;
  orientation: Orientation;
  /** What is said before the map is shown, and behind it, on pages of their own. */
  before?: readonly Sheet[];
  behind?: readonly Sheet[];
};

async function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of doc) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/**
 * A map as a PDF of one page, between the sheets of text that come before and behind it: vectors, embedded subsets of the shipped fonts, tagged text in reading order, bookmarks of stages and lanes.
 * `missing` are characters that no shipped font has; a box stands for each, and copying it gives the character.
 */
export async function toPdf(
  layout: MapLayout,
  options: PdfOptions,
): Promise<{ bytes: Uint8Array; missing: string[]; warnings: ExportWarning[] }> {
  const { paper, orientation, scheme, labels } = options;
  const page = planPage(layout, paper, orientation);
  const doc = new PDFDocument({
    autoFirstPage: false,
    font: null as unknown as string,
    pdfVersion: '1.7',
    tagged: true,
    lang: labels.locale,
    displayTitle: true,
    info: { Title: options.title, Subject: options.description, Creator: 'Wegmarke' },
  });
  const done = collect(doc);
  const addPage = (width: number, height: number): void => {
    doc.addPage({ size: [width, height], margin: 0 });
  };
  const { before = [], behind = [] } = options;
  const sheet = { width: sheetSize.width * pointsPerPixel, height: sheetSize.height * pointsPerPixel };
  // Where an area of what is being drawn stands on its page.
  let place: PagePlan = { ...sheet, scale: pointsPerPixel, left: 0, top: 0 };
  const structure = createPdfStructure(doc, ({ x, y, width, height }) => [
    place.left + x * place.scale,
    place.height - (place.top + (y + height) * place.scale),
    place.left + (x + width) * place.scale,
    place.height - (place.top + y * place.scale),
  ]);
  const pen = createPdfPen(doc, structure);
  const drawSheets = (sheets: readonly Sheet[]): void => {
    for (const one of sheets) {
      addPage(sheet.width, sheet.height);
      if (scheme === 'dark') pen.box({ x: 0, y: 0, ...sheet }, { fill: colourOf('paper', scheme) });
      doc.save().scale(pointsPerPixel);
      drawSheet(one, scheme, pen);
      structure.endPage();
      doc.restore();
    }
  };
  drawSheets(before);
  addPage(page.width, page.height);
  place = page;
  // Light maps leave real paper white; dark ones fill the sheet, or there would be a white rim.
  if (paper !== 'fit' && scheme === 'dark') {
    pen.box({ x: 0, y: 0, width: page.width, height: page.height }, { fill: colourOf('paper', scheme) });
  }
  doc.save().translate(page.left, page.top).scale(page.scale);
  const { pictures = new Map(), emphasis = null, comparison } = options;
  const background = paper === 'fit';
  drawMap(layout, { labels, scheme, pictures, background, emphasis, ...(comparison ? { comparison } : {}) }, pen);
  structure.endPage();
  doc.restore();
  place = { ...sheet, scale: pointsPerPixel, left: 0, top: 0 };
  drawSheets(behind);
  structure.end();
  doc.end();

  const warnings = listPaperWarnings(layout, paper, orientation);
  return { bytes: await done, missing: [...pen.missing()], warnings };
}
