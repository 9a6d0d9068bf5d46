import { z } from 'zod';
import { RequestError, toRequestError } from '@/components/workspace/request';
import { mermaidLossKinds } from '@/lib/map/mermaid/mermaidLosses';

export const exportFormats = ['pdf', 'png', 'svg', 'json', 'mermaid'] as const;
export type ExportFormat = (typeof exportFormats)[number];
/** How the names of their files end. */
export const exportExtensions: Record<ExportFormat, string> = {
  pdf: 'pdf',
  png: 'png',
  svg: 'svg',
  json: 'json',
  mermaid: 'mmd',
};
/** Formats that are drawings: they have colours and words of their own. */
export const isPicture = (format: ExportFormat): boolean => format !== 'json' && format !== 'mermaid';
export const exportPapers = ['fit', 'a4', 'a3', 'a2', 'a1', 'a0'] as const;
export type ExportPaper = (typeof exportPapers)[number];
export const exportOrientations = ['landscape', 'portrait'] as const;
export type ExportOrientation = (typeof exportOrientations)[number];
export const exportScales = ['1', '2', '4'] as const;
export type ExportScale = (typeof exportScales)[number];
export const exportThemes = ['light', 'dark'] as const;
export type ExportTheme = (typeof exportThemes)[number];

/** What of customers' words and scores a picture has. */
export const saidChoices = ['all', 'scores', 'none'] as const;
export type SaidChoice = (typeof saidChoices)[number];

export type ExportOptions = {
  format: ExportFormat;
  paper: ExportPaper;
  orientation: ExportOrientation;
  scale: ExportScale;
  theme: ExportTheme;
  locale: string;
  /** Pictures: the journey of this persona alone. */
  persona?: string;
  /** JSON: with what was deleted. */
  deleted?: boolean;
  /** JSON of a future state: with what was on the version that it starts from, unless false. */
  baseline?: boolean;
  /** Mermaid: with what it has no place for, as comments. */
  comments?: boolean;
  /** Pictures: what customers say; scores and quotes by default. */
  said?: SaidChoice;
  /** Pictures: what is only assumed is hatched. */
  evidenceView?: boolean;
  /** PDF of a future state: how far it is from its baseline, and why; yes by default. */
  reasons?: boolean;
  /** The version of this number in place of the live map. */
  version?: number;
  /** Pictures: what lies between two states, as an address says it, in place of one of them. */
  compare?: string;
  /** What of the two states is the same by somebody’s judgement. */
  pairs?: string;
};

export type ExportedFile = {
  bytes: Blob;
  /** Characters for which there is no font: they are missing in the file. */
  missing: string[];
  warnings: ExportWarning[];
};

const warningSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('filesNotIncluded'), count: z.number() }),
  z.object({ code: z.literal('baselineNotIncluded'), what: z.enum(['all', 'content']) }),
  z.object({ code: z.literal('textTooSmall'), points: z.number(), paper: z.string().nullable() }),
  z.object({ code: z.literal('mermaidLoss'), kind: z.enum(mermaidLossKinds), count: z.number() }),
]);
/**
 * Text that cannot be read on the chosen paper (`paper` is the smallest on which it can, if there is one), or what has no place in a Mermaid
 * journey.
 */
export type ExportWarning = z.infer<typeof warningSchema>;

/** The address under which the server makes the file. Options that a format does not have are left out. */
export function exportPath(mapId: string, options: ExportOptions): string {
  const {
    format,
    paper,
    orientation,
    scale,
    theme,
    locale,
    persona,
    deleted,
    baseline,
    comments,
    evidenceView,
    said,
    reasons,
    version,
    compare,
    pairs,
  } = options;
  const query = new URLSearchParams({ format });
  if (isPicture(format)) {
    query.set('locale', locale);
    query.set('theme', theme);
    if (said !== undefined && said !== 'all') query.set('said', said);
    if (evidenceView) query.set('evidenceView', 'true');
    if (persona !== undefined) query.set('persona', persona);
    if (compare !== undefined) query.set('compare', compare);
    if (pairs) query.set('pairs', pairs);
  }
  if (version !== undefined) query.set('version', String(version));
  if (format === 'json' && deleted) query.set('deleted', 'true');
  if (format === 'json' && baseline === false) query.set('baseline', 'false');
  if (format === 'mermaid' && comments) {
    query.set('comments', 'true');
    query.set('locale', locale);
  }
  if (format === 'png') query.set('scale', scale);
  if (format === 'pdf') {
    query.set('paper', paper);
    if (paper !== 'fit') query.set('orientation', orientation);
    if (reasons === false) query.set('reasons', 'false');
  }
  return `/api/maps/${encodeURIComponent(mapId)}/export?${query}`;
}

/** Asks the server for the file. Throws `RequestError`; a given-up request throws the signal's reason. */
export async function requestExport(mapId: string, options: ExportOptions, signal: AbortSignal): Promise<ExportedFile> {
  let response: Response;
  try {
    response = await fetch(exportPath(mapId, options), { cache: 'no-store', signal });
  } catch (reason) {
    if (signal.aborted) throw reason;
    throw new RequestError('offline', null);
  }
  if (!response.ok) throw await toRequestError(response);
  return {
    bytes: await response.blob(),
    missing: readList(response.headers.get('x-export-missing'), z.string()),
    warnings: readList(response.headers.get('x-export-warnings'), warningSchema),
  };
}

/** A header with a list: percent-encoded JSON, since headers carry ASCII only. Empty when there is none that can be read. */
function readList<T>(header: string | null, schema: z.ZodType<T>): T[] {
  if (header === null) return [];
  try {
    return z.array(schema).parse(JSON.parse(decodeURIComponent(header)));
  } catch {
    return [];
  }
}
