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
};

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
  return { bytes: await response.blob(), missing: readMissing(response.headers.get('x-missing-characters')) };
}

/** The header is percent-encoded, since headers carry ASCII only. */
function readMissing(header: string | null): string[] {
  if (header === null || header === '') return [];
  try {
    return [...decodeURIComponent(header)];
  } catch {
    return [];
  }
}
