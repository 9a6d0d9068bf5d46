import { z } from 'zod';
import { RequestError, toRequestError } from '@/components/workspace/request';

export const exportFormats = ['pdf', 'png', 'svg', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];
export const exportPapers = ['fit', 'a4', 'a3', 'a2', 'a1', 'a0'] as const;
export type ExportPaper = (typeof exportPapers)[number];
export const exportOrientations = ['landscape', 'portrait'] as const;
export type ExportOrientation = (typeof exportOrientations)[number];
export const exportScales = ['1', '2', '4'] as const;
export type ExportScale = (typeof exportScales)[number];
export const exportThemes = ['light', 'dark'] as const;
export type ExportTheme = (typeof exportThemes)[number];

export type ExportOptions = {
  format: ExportFormat;
  paper: ExportPaper;
  orientation: ExportOrientation;
  scale: ExportScale;
  theme: ExportTheme;
  locale: string;
};

export type ExportedFile = {
  bytes: Blob;
  /** Characters for which there is no font: they are missing in the file. */
  missing: string[];
  warnings: ExportWarning[];
};

const warningSchema = z.object({ code: z.literal('textTooSmall'), points: z.number(), paper: z.string().nullable() });
/** Text that cannot be read on the chosen paper; `paper` is the smallest on which it can, if there is one. */
export type ExportWarning = z.infer<typeof warningSchema>;

/** The address under which the server makes the file. Options that a format does not have are left out. */
export function exportPath(mapId: string, options: ExportOptions): string {
  const { format, paper, orientation, scale, theme, locale } = options;
  const query = new URLSearchParams({ format });
  if (format !== 'json') {
    query.set('locale', locale);
    query.set('theme', theme);
  }
  if (format === 'png') query.set('scale', scale);
  if (format === 'pdf') {
    query.set('paper', paper);
    if (paper !== 'fit') query.set('orientation', orientation);
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
