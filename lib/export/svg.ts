import type { TextRun } from '@/lib/map/layout/textRuns';
import type { MapLayout } from '@/lib/map/layout/types';
import { drawMap, type SceneOptions } from './scene';
import { createSvgPen, escapeXml, svgTextRules } from './svgPen';

export type SvgOptions = SceneOptions & {
  title: string;
  description: string;
  /** `@font-face` rules for the runs that were drawn; see svgFonts.ts. Left out, the reader's own fonts are used. */
  fontRules?: (runs: readonly TextRun[]) => string;
};

/** A map as an SVG document, and the characters for which no font is shipped. Pure. */
export function toSvg(layout: MapLayout, options: SvgOptions): { svg: string; missing: string[] } {
  const pen = createSvgPen();
  drawMap(layout, options, pen);
  const { width, height } = layout;
  const rules = (options.fontRules?.(pen.runs()) ?? '') + svgTextRules();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" lang="${options.labels.locale}" role="document" aria-labelledby="title description">
<title id="title">${escapeXml(options.title)}</title>
<desc id="description">${escapeXml(options.description)}</desc>
<style>${rules}</style>
${pen.body()}
</svg>
`;
  return { svg, missing: [...pen.missing()] };
}
