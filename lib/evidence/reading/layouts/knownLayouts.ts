import { delighted } from './delighted';
import { formbricks } from './formbricks';
import { googleForms } from './googleForms';
import type { Layout, Rows } from './layout';
import { qualtrics, qualtricsLegacy } from './qualtrics';
import { surveyMonkey } from './surveyMonkey';
import { touchpoints } from './touchpoints';
import { trustpilot } from './trustpilot';
import { typeform } from './typeform';

/** The layouts that are known by name, in the order in which they are tried. */
const layouts = {
  qualtrics,
  qualtricsLegacy,
  surveyMonkey,
  typeform,
  formbricks,
  trustpilot,
  delighted,
  touchpoints,
  googleForms,
} satisfies Record<string, Layout>;

export type LayoutName = keyof typeof layouts;
export const layoutNames = Object.keys(layouts) as [LayoutName, ...LayoutName[]];

export const layoutOf = (name: LayoutName): Layout => layouts[name];

/** The tool that wrote a file, by the file's first rows, and how many of these are headers. */
export function recogniseLayout(rows: Rows): { name: LayoutName; headerRows: number } | null {
  for (const name of layoutNames) {
    const headerRows = layouts[name].recognise(rows);
    if (headerRows !== null) return { name, headerRows };
  }
  return null;
}
