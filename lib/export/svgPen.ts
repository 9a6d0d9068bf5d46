import { hatchPath } from '@/lib/map/layout/hatch';
import type { TextRun } from '@/lib/map/layout/textRuns';
import { toTextRuns } from '@/lib/map/layout/textRuns';
import { faceStyles, fontFamily, textStyles } from '@/lib/map/layout/textStyles';
import type { Box, TextBlock, TextStyleName } from '@/lib/map/layout/types';
import type { Paint, Pen } from './pen';

const round = (value: number): number => Math.round(value * 100) / 100;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for XML: markup escaped, characters that XML forbids left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"']/g, (char) => entities[char] ?? char);
}

function paintOf({ fill, stroke, strokeWidth = 1, dash, opacity }: Paint): string {
  let attributes = fill ? ` fill="${fill}"` : ' fill="none"';
  if (stroke) attributes += ` stroke="${stroke}" stroke-width="${strokeWidth}" stroke-linecap="round" stroke-linejoin="round"`;
  if (stroke && dash) attributes += ` stroke-dasharray="${dash.join(' ')}"`;
  if (opacity !== undefined && opacity < 1) attributes += ` opacity="${opacity}"`;
  return attributes;
}

const classOf = (style: TextStyleName): string => `t-${style}`;
const featuresOf = (run: TextRun): string => (run.font.kind === 'arrow' ? ' style="font-variant-ligatures:normal"' : '');

export type SvgPen = Pen & {
  /** Everything drawn so far, as elements without a root. */
  body(): string;
  /** Runs that need a font, to embed only what is used. */
  runs(): readonly TextRun[];
  missing(): ReadonlySet<string>;
};

/** Rules for the text classes that `createSvgPen` uses. */
export function svgTextRules(): string {
  const styles = Object.entries(textStyles).map(([name, { face, size }]) => {
    const { weight, italic } = faceStyles[face];
    return `.t-${name}{font-size:${size}px;font-weight:${weight}${italic ? ';font-style:italic' : ''}}`;
  });
  const family = `text{font-family:${fontFamily};font-kerning:normal;font-variant-ligatures:none;font-synthesis:none;text-rendering:geometricPrecision;white-space:pre}`;
  return family + styles.join('');
}

/** Draws into SVG elements. Pure: no fonts, no files. */
export function createSvgPen(): SvgPen {
  const out: string[] = [];
  const runs: TextRun[] = [];
  const missing = new Set<string>();

  const text = (block: TextBlock, colour: string, role = '') => {
    const lines = block.lines.flatMap((line) => {
      const found = toTextRuns(line.text, block.style);
      if (found.length === 0) return [];
      for (const run of found) {
        runs.push(run);
        if (run.font.kind === 'missing') missing.add(run.source);
      }
      // Browsers choose the font file of each letter themselves: only what they cannot know gets a place of its own.
      const plain = found.every((run) => run.font.kind === 'text' || (run.font.kind === 'emoji' && run.text === run.source));
      const at = `x="${round(line.x)}" y="${round(line.y)}"`;
      if (plain) return [`<tspan ${at}>${escapeXml(line.text)}</tspan>`];
      return found.map((run) => {
        const box = run.font.kind === 'missing' ? ` textLength="${round(run.width)}" lengthAdjust="spacingAndGlyphs"` : '';
        const source = run.font.kind === 'missing' ? run.source : run.text;
        return `<tspan x="${round(line.x + run.x)}" y="${round(line.y)}"${box}${featuresOf(run)}>${escapeXml(source)}</tspan>`;
      });
    });
    if (lines.length > 0) out.push(`<text class="${classOf(block.style)}" fill="${colour}"${role}>${lines.join('')}</text>`);
  };

  const box = ({ x, y, width, height }: Box) =>
    `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
  return {
    box: (area, { radius, ...paint }) =>
      out.push(`<rect ${box(area)}${radius ? ` rx="${round(radius)}"` : ''}${paintOf(paint)}/>`),
    path: (data, paint) => {
      if (data !== '') out.push(`<path d="${data}"${paintOf(paint)}/>`);
    },
    line: (from, to, paint) =>
      out.push(`<path d="M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}"${paintOf(paint)}/>`),
    hatch: (area, colour) => out.push(`<path d="${hatchPath(area)}"${paintOf({ stroke: colour })}/>`),
    text,
    heading: (level, block, colour) => text(block, colour, ` role="heading" aria-level="${level}"`),
    image: (area, picture) => {
      const data = Buffer.from(picture.bytes).toString('base64');
      out.push(
        `<image ${box(area)} href="data:${picture.mediaType};base64,${data}"><title>${escapeXml(picture.alt)}</title></image>`,
      );
    },
    link: (area, address, label) =>
      out.push(
        `<a href="${escapeXml(address)}" target="_blank" rel="noopener noreferrer" aria-label="${escapeXml(label)}"><rect ${box(area)} fill="#ffffff" fill-opacity="0"/></a>`,
      ),
    group: (group, draw) => {
      const role = group.kind === 'figure' ? 'img' : 'group';
      out.push(`<g role="${role}" aria-label="${escapeXml(group.label)}">`);
      draw();
      out.push('</g>');
    },
    body: () => out.join('\n'),
    runs: () => runs,
    missing: () => missing,
  };
}
