import { AppError } from '@/lib/errors';
import { translatorOf } from '@/lib/i18n/translator';
import { toMapFile } from '@/lib/interchange/mapFile';
import { type ArrangedMap, arrange } from '@/lib/map/arrange';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import type { LayoutLabels, MapLayout } from '@/lib/map/layout/types';
import { type MapEvidence, withEvidence } from '@/lib/map/mapEvidence';
import { toMermaid } from '@/lib/map/mermaid/toMermaid';
import { onlyPersona } from '@/lib/map/onlyPersona';
import { version } from '@/lib/version';
import { comparePicture, comparisonOf, layoutKey } from './comparison/comparedScene';
import { layoutSummary, wordsOfSummary } from './comparison/summaryPages';
import type { ExportFormat, ExportRequest, ExportResult } from './exportRequest';
import type { ExportWarning } from './exportWarning';
import { tellDistance } from './future/distance';
import { layoutDistance } from './future/distanceSheets';
import { layoutLabels } from './localeLabels';
import { mermaidRemarks } from './mermaidRemarks';
import { listPaperWarnings } from './paper';
import { toPdf } from './pdf';
import { toPng } from './png';
import { drawMap } from './scene';
import { drawSheet, type Sheet } from './sheets/sheet';
import { toSvg } from './svg';
import { svgFontRules } from './svgFonts';
import { createSvgPen } from './svgPen';

export const mediaTypes: Record<ExportFormat, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  json: 'application/json',
  mermaid: 'text/vnd.mermaid; charset=utf-8',
};

/** One sentence about the picture, for search engines of file systems and for those who cannot see it. */
function describe(map: ArrangedMap, { locale }: Pick<ExportRequest, 'locale'>): string {
  const sentence = translatorOf(locale, 'export')(`description.${map.meta.kind}`, { steps: map.steps.length });
  return [sentence, map.meta.scenario.trim()].filter((part) => part !== '').join(' ');
}

/** What customers say on a picture. */
function evidenceOf({ evidence = null, said }: ExportRequest): MapEvidence | null {
  if (evidence === null || said === 'none') return null;
  return said === 'all' ? evidence : new Map([...evidence].map(([id, step]) => [id, { ...step, quotes: [] }]));
}

/** The map that a picture shows: with all personas, or as the journey of one. Throws `invalid` for one that is not on it. */
function mapOf({ map, persona }: ExportRequest, evidence: MapEvidence | null): ArrangedMap {
  const whole = withEvidence(arrange(map), evidence);
  if (persona === undefined) return whole;
  if (!whole.personas.some(({ id }) => id === persona)) {
    throw new AppError('invalid', 'There is no such persona on the map.', { messageKey: 'exportNoPersona' });
  }
  return onlyPersona(whole, persona);
}

/** What is said of a future state behind the map. `isBeside`: it is compared with what it was derived from. */
function tellWhy({ format, future, locale }: ExportRequest, labels: LayoutLabels, isBeside: boolean): Sheet[] {
  if (format !== 'pdf' || !future) return [];
  return layoutDistance(tellDistance(future, locale, labels), { isBeside });
}

/** What the file would lack, without making it. */
function reportOn(
  layout: MapLayout,
  request: ExportRequest,
  sheets: readonly Sheet[],
): Pick<ExportResult, 'missing' | 'warnings'> {
  const pen = createSvgPen();
  drawMap(layout, { labels: layoutLabels(request.locale), scheme: request.theme, background: false }, pen);
  for (const sheet of sheets) drawSheet(sheet, request.theme, pen);
  const warnings = request.format === 'pdf' ? listPaperWarnings(layout, request.paper, request.orientation) : [];
  return { missing: [...pen.missing()], warnings };
}

/** What a JSON file does not hold of what is on the map, or of what it starts from. */
function listJsonWarnings({ map, deleted, baseline, start }: ExportRequest): ExportWarning[] {
  const count = map.attachments.filter((attachment) => deleted || attachment.deletedAt === undefined).length;
  const isContentMissing = baseline && start?.content === null;
  return [
    ...(count === 0 ? [] : [{ code: 'filesNotIncluded' as const, count }]),
    ...(start === null ? [{ code: 'baselineNotIncluded' as const, what: 'all' as const }] : []),
    ...(isContentMissing ? [{ code: 'baselineNotIncluded' as const, what: 'content' as const }] : []),
  ];
}

/** Makes the file. Heavy (up to seconds): runs in a worker thread. Throws `tooLarge` for pictures with too many pixels. */
export async function renderExport(request: ExportRequest): Promise<ExportResult> {
  const mediaType = mediaTypes[request.format];
  const plain = { mediaType, missing: [], warnings: [] };
  const labels = layoutLabels(request.locale);
  const toBytes = (text: string): Uint8Array => (request.reportOnly ? new Uint8Array() : new TextEncoder().encode(text));
  if (request.format === 'json') {
    const { deleted, origin, start: baseline } = request;
    const text = toMapFile(request.map, { deleted, origin, baseline, programVersion: version });
    return { ...plain, warnings: listJsonWarnings(request), bytes: toBytes(text) };
  }
  if (request.format === 'mermaid') {
    const { text, losses } = toMermaid(request.map, request.comments ? mermaidRemarks(labels, request.locale) : undefined);
    return { ...plain, bytes: toBytes(text), warnings: losses.map((loss) => ({ code: 'mermaidLoss', ...loss })) };
  }

  const evidence = evidenceOf(request);
  const compared = request.compared ? comparePicture(request, request.compared, evidence, labels) : null;
  const shown = compared?.evidence ?? evidence;
  const map = mapOf(compared ? { ...request, map: compared.states.union.map } : request, shown);
  const { evidenceView } = request;
  const caption = compared?.caption ?? request.version;
  const layout = layoutMap(map, {
    measure: measureText,
    labels,
    ...{ evidenceView, evidence: shown },
    ...(caption ? { version: caption } : {}),
  });
  const title = map.meta.title.trim() || labels.untitledMap;
  const why = tellWhy(request, labels, compared !== null);
  const summary = compared ? layoutSummary(compared.summary) : [];
  const before = compared ? [...summary, ...why] : [];
  const behind = compared ? [] : why;
  if (request.reportOnly) return { ...plain, bytes: new Uint8Array(), ...reportOn(layout, request, [...before, ...behind]) };
  const pictures = request.pictures ? { pictures: request.pictures } : {};
  const differences = compared
    ? {
        emphasis: compared.emphasis,
        comparison: {
          layout: comparisonOf(compared, layout, labels),
          key: layoutKey(layout, request.locale),
          label: wordsOfSummary(compared.summary),
        },
      }
    : {};
  const scene = { labels, scheme: request.theme, ...pictures, ...differences, title, description: describe(map, request) };

  switch (request.format) {
    case 'pdf':
      return {
        ...plain,
        ...(await toPdf(layout, { ...scene, paper: request.paper, orientation: request.orientation, before, behind })),
      };
    case 'png':
      return { ...plain, ...(await toPng(layout, { ...scene, scale: request.scale })) };
    case 'svg': {
      const { svg, missing } = toSvg(layout, { ...scene, background: true, fontRules: svgFontRules });
      return { ...plain, bytes: new TextEncoder().encode(svg), missing };
    }
  }
}
