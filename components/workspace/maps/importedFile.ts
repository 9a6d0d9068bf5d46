import type { Locale } from '@/lib/i18n/locale';
import type { FileBaseline } from '@/lib/interchange/fileBaseline';
import type { ImportProblem } from '@/lib/interchange/importProblem';
import { type ArrangedMap, arrange } from '@/lib/map/arrange';
import { mermaidTextLimit } from '@/lib/map/mermaid/mermaidTextLimit';

export type FileKind = 'mermaid' | 'json';

/** A file as it would become a map: what is on it, what it starts from if it is a future state that says so, and what could not be taken over, line by line. */
export type ImportedFile = {
  kind: FileKind;
  name: string;
  text: string;
  map: ArrangedMap;
  start: FileBaseline | null;
  problems: readonly ImportProblem[];
};

/** A file that makes no map: why, and at which line. */
export type RefusedFile = { kind: FileKind; map: null; problem: ImportProblem };

/** The largest file (bytes) that a browser reads for a preview; the server has a limit of its own (MAX_FILE_MB). */
export const largestFile = 20 * 1024 * 1024;

/** What a text is: our own JSON begins with a brace, whatever the file is called. */
export function kindOf(text: string): FileKind {
  return /^\ufeff?\s*[{[]/.test(text) ? 'json' : 'mermaid';
}

/** The most bytes that a map is made from. */
export function limitOf(kind: FileKind): number {
  return kind === 'mermaid' ? mermaidTextLimit : largestFile;
}

/** Whether a text is longer than a map is made from. */
export function isTooLong(text: string): boolean {
  return new TextEncoder().encode(text).length > limitOf(kindOf(text));
}

/** Reads a file as a map. The readers are loaded only now: few visits to the list need them. */
export async function readFile(name: string, text: string, locale: Locale): Promise<ImportedFile | RefusedFile> {
  const kind = kindOf(text);
  const read =
    kind === 'json'
      ? (await import('@/lib/interchange/readMapFile')).readMapFile(text)
      : (await import('@/lib/interchange/readMermaidFile')).readMermaidFile(text, locale, name);
  if (read.map === null) return { kind, map: null, problem: read.problems[0] };
  return { kind, name, text, map: arrange(read.map), start: read.baseline ?? null, problems: read.problems };
}
