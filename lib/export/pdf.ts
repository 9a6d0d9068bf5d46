import PDFDocument from 'pdfkit';
import { colourOf } from '@/lib/map/layout/palette';
import type { MapLayout } from '@/lib/map/layout/types';
import { drawSummaryPage, type SummaryPage, summarySheet } from './comparison/summaryPages';
import type { ExportWarning } from './exportWarning';
import { listPaperWarnings, type Orientation, type Paper, planPage, pointsPerPixel } from './paper';
import { createPdfPen } from './pdfPen';
import { createPdfStructure } from './pdfStructure';
import { drawMap, type SceneOptions } from './scene';

export type PdfOptions = Omit<SceneOptions, 'background'> & {
  title: string;
  description: string;
  paper: Paper;
  orientation: Orientation;
  /** What is said before the map is shown, on pages of its own. */
  summary?: readonly SummaryPage[];
};

async function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of doc) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/**
 * A map as a PDF of one page, behind those of a summary: vectors, embedded subsets of the shipped fonts, tagged text in reading order, bookmarks of stages and lanes.
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
  const { summary = [] } = options;
  const sheet = { width: summarySheet.width * pointsPerPixel, height: summarySheet.height * pointsPerPixel };
  if (summary.length === 0) addPage(page.width, page.height);
  else addPage(sheet.width, sheet.height);

  const structure = createPdfStructure(doc, ({ x, y, width, height }) => [
    page.left + x * page.scale,
    page.height - (page.top + (y + height) * page.scale),
    page.left + (x + width) * page.scale,
    page.height - (page.top + y * page.scale),
  ]);
  const pen = createPdfPen(doc, structure);
  for (const [at, text] of summary.entries()) {
    if (at > 0) addPage(sheet.width, sheet.height);
    if (scheme === 'dark') pen.box({ x: 0, y: 0, ...sheet }, { fill: colourOf('paper', scheme) });
    doc.save().scale(pointsPerPixel);
    drawSummaryPage(text, scheme, pen);
    structure.endPage();
    doc.restore();
  }
  if (summary.length > 0) addPage(page.width, page.height);
  // Light maps leave real paper white; dark ones fill the sheet, or there would be a white rim.
  if (paper !== 'fit' && scheme === 'dark') {
    pen.box({ x: 0, y: 0, width: page.width, height: page.height }, { fill: colourOf('paper', scheme) });
  }
  doc.save().translate(page.left, page.top).scale(page.scale);
  const { pictures = new Map(), emphasis = null, comparison } = options;
  const background = paper === 'fit';
  drawMap(layout, { labels, scheme, pictures, background, emphasis, ...(comparison ? { comparison } : {}) }, pen);
  structure.end();
  doc.restore();
  doc.end();

  const warnings = listPaperWarnings(layout, paper, orientation);
  return { bytes: await done, missing: [...pen.missing()], warnings };
}
