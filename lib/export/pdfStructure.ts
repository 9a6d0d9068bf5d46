import type { Box } from '@/lib/map/layout/types';

type Element = ReturnType<PDFKit.PDFDocument['struct']>;

/** The tags of a PDF: what is text, heading or figure, in reading order, and what is only drawing. */
export type PdfStructure = {
  /** Drawing that says nothing by itself. */
  artifact(draw: () => void): void;
  element(type: string, draw: () => void): void;
  /** A drawing that is told in words; everything in it belongs to it. */
  figure(label: string, draw: () => void): void;
  section(label: string, draw: () => void): void;
  /** A bookmark that shows a part of the page. */
  bookmark(title: string, area: Box): void;
  /** Closes what is open on a page, before the next one begins. */
  endPage(): void;
  /** Closes what is open. Call it before the document's end. */
  end(): void;
};

/** Turns an area of the map into a rectangle of the page: left, bottom, right, top in points from the bottom left. */
export type ToPage = (area: Box) => [number, number, number, number];

/** Starts the structure of a document whose first page has been added. */
export function createPdfStructure(doc: PDFKit.PDFDocument, toPage: ToPage): PdfStructure {
  const root = doc.struct('Document');
  doc.addStructure(root);
  const parents: Element[] = [root];
  const parent = (): Element => parents.at(-1) ?? root;
  let inArtifact = false;
  let inFigure = false;

  const closeArtifact = () => {
    if (inArtifact) doc.endMarkedContent();
    inArtifact = false;
  };
  const structure: PdfStructure = {
    artifact: (draw) => {
      if (!inFigure && !inArtifact) {
        doc.markContent('Artifact', { type: 'Layout' });
        inArtifact = true;
      }
      draw();
    },
    element: (type, draw) => {
      if (inFigure) {
        draw();
        return;
      }
      closeArtifact();
      const element = doc.struct(type);
      parent().add(element);
      element.add(draw);
      element.end();
    },
    figure: (label, draw) => {
      if (inFigure) {
        draw();
        return;
      }
      closeArtifact();
      const element = doc.struct('Figure', { alt: label });
      parent().add(element);
      inFigure = true;
      element.add(draw);
      inFigure = false;
      element.end();
    },
    section: (label, draw) => {
      closeArtifact();
      const element = doc.struct('Sect', { title: label });
      parent().add(element);
      parents.push(element);
      draw();
      parents.pop();
      closeArtifact();
      element.end();
    },
    bookmark: (title, area) => {
      const item = doc.outline.addItem(title);
      // pdfkit can only point at a page; a stage is a part of one. `FitR` shows exactly that part.
      const { data } = (item as unknown as { dictionary: { data: { Dest: unknown } } }).dictionary;
      data.Dest = [doc.page.dictionary, 'FitR', ...toPage(area)];
    },
    endPage: closeArtifact,
    end: () => {
      closeArtifact();
      root.end();
    },
  };
  return structure;
}
