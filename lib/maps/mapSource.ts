import { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { requireTemplateAccess } from '@/lib/auth/templateAccess';
import { readMapTemplate } from '@/lib/data/mapTemplates';
import { toCleanText } from '@/lib/document/plainValue';
import { AppError } from '@/lib/errors';
import { keepReadableFiles } from '@/lib/files/adoptFiles';
import { type Locale, localeSchema } from '@/lib/i18n/locale';
import type { ImportProblem } from '@/lib/interchange/importProblem';
import { type ReadFile, readMapFile } from '@/lib/interchange/readMapFile';
import { readMermaidFile } from '@/lib/interchange/readMermaidFile';
import { keepReport, type ReportLine, toReport } from '@/lib/interchange/report';
import { idSchema } from '@/lib/map/id';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { mermaidTextLimit } from '@/lib/map/mermaid/mermaidTextLimit';
import { template, templateIds } from '@/lib/map/templates/template';
import type { Runtime } from '@/lib/runtime';
import { type ImportedBaseline, judgeBaseline } from '@/lib/versions/future/importBaseline';
import { keepOwnLinks } from './keepOwnLinks';

const fileFields = {
  text: z.string(),
  /** The file's name: for the title of a map that has none, and for the notes. */
  name: z.string().max(300).optional(),
  locale: localeSchema.optional(),
};

/** What a new map starts from. */
export const mapSourceSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('blank'), locale: localeSchema.optional() }),
  z.strictObject({ type: z.literal('template'), id: z.enum(templateIds), locale: localeSchema.optional() }),
  z.strictObject({
    type: z.literal('workspaceTemplate'),
    id: idSchema.describe('A template that somebody saved in a workspace: see `GET /workspaces/{workspaceId}/templates`.'),
    locale: localeSchema.optional(),
  }),
  z.strictObject({ type: z.literal('mermaid'), ...fileFields }),
  z.strictObject({ type: z.literal('json'), ...fileFields }),
]);
export type MapSource = z.output<typeof mapSourceSchema>;

type Running = Pick<Runtime, 'env' | 'exporter' | 'database'>;
type FileSource = Extract<MapSource, { type: 'mermaid' | 'json' }>;

/** A new map's content, what it starts from if it is a future state, and what of its file was not taken over, or differently, line by line. */
export type MadeMap = { map: JourneyMap; baseline: ImportedBaseline | null; report: ReportLine[] };

function requireSize({ type, text }: FileSource, maxFileBytes: number): void {
  const limit = type === 'mermaid' ? Math.min(mermaidTextLimit, maxFileBytes) : maxFileBytes;
  if (Buffer.byteLength(text) <= limit) return;
  throw type === 'mermaid'
    ? new AppError('tooLarge', 'The Mermaid text is too long.', {
        messageKey: 'textTooLarge',
        values: { kilobytes: Math.floor(limit / 1024) },
      })
    : new AppError('tooLarge', 'The file is too large.', {
        messageKey: 'fileTooLarge',
        values: { megabytes: Math.round((limit / 1024 / 1024) * 10) / 10 },
      });
}

/** Why a file makes no map. */
function refusal(type: FileSource['type'], problem: ReportLine | undefined): AppError {
  if (type === 'mermaid') return new AppError('invalid', 'The text holds no journey.', { messageKey: 'mermaidEmpty' });
  const { line = 1, path = '', code = 'json.notAMap', message = '' } = problem ?? {};
  return new AppError('invalid', `The file is no map: ${code}.`, {
    messageKey: 'fileNotRead',
    values: { line, sentence: message },
    details: [{ path, message: `line ${line}: ${code}` }],
  });
}

/** From so many characters on a file is read in another thread. */
const largeText = 256 * 1024;

/** Who makes a map, and where it is to be; null while nobody has said. */
type For = { actor: Actor | null; workspaceId: string | null };

async function fromFile(source: FileSource, locale: Locale, running: Running, { actor, workspaceId }: For): Promise<MadeMap> {
  const { env, exporter } = running;
  requireSize(source, env.MAX_FILE_MB);
  const name = toCleanText(source.name ?? '').trim();
  let read: ReadFile;
  if (source.type === 'mermaid') read = readMermaidFile(toCleanText(source.text), locale, name);
  else read = source.text.length > largeText ? await exporter.read(source.text) : readMapFile(source.text);
  if (read.map === null) throw refusal(source.type, toReport(read.problems, locale)[0]);
  const { map: own, left } = await keepReadableFiles(running, actor, read.map);
  const linked = workspaceId === null ? { map: own, left: 0 } : await keepOwnLinks(running.database, workspaceId, own);
  const { map } = linked;
  const lost: ImportProblem[] = [
    ...(left === 0 ? [] : [{ line: 1, key: 'json.filesMissing', values: { count: left } } as const]),
    ...(linked.left === 0 ? [] : [{ line: 1, key: 'json.evidenceMissing', values: { count: linked.left } } as const]),
  ];
  const start = read.baseline
    ? await judgeBaseline(
        running,
        actor,
        { found: read.baseline, line: read.baselineLine ?? 1, map: read.map, workspaceId },
        read.problems,
      )
    : { baseline: null, problems: read.problems };
  const problems = [...lost, ...start.problems];
  return { map: keepReport(map, problems, locale, name), baseline: start.baseline, report: toReport(problems, locale) };
}

/** What is on a workspace's template, under the template's name. Throws `notFound` and `forbidden`. */
async function fromWorkspaceTemplate(id: string, locale: Locale, running: Running, by: For): Promise<MadeMap> {
  const { name } = await requireTemplateAccess(by.actor, id, 'workspace.readTemplates', running.database);
  const text = await readMapTemplate(running.database, id);
  if (text === null) throw new AppError('notFound', 'The template is gone.', { messageKey: 'templateNotFound' });
  // Read like a file: an older release may have written it, and have named pictures whose bytes nothing kept.
  const { map } = await fromFile({ type: 'json', text }, locale, running, by);
  return { map: { ...map, attachments: [], meta: { ...map.meta, title: name } }, baseline: null, report: [] };
}

/**
 * The content of a new map with the report on its file; `locale` counts where the source names none. Throws `invalid` and `tooLarge` for a
 * text that makes none. `actor`: by whose right a workspace's template is read, and whose pictures and files a file may refer to;
 * `workspaceId`: whose sources of evidence.
 */
export async function makeMap(
  running: Running,
  source: MapSource,
  locale: Locale,
  actor: Actor | null = null,
  workspaceId: string | null = null,
): Promise<MadeMap> {
  const language = source.locale ?? locale;
  switch (source.type) {
    case 'blank':
      return { map: template('blank', language), baseline: null, report: [] };
    case 'template':
      return { map: template(source.id, language), baseline: null, report: [] };
    case 'workspaceTemplate':
      return fromWorkspaceTemplate(source.id, language, running, { actor, workspaceId });
    case 'mermaid':
    case 'json':
      return fromFile(source, language, running, { actor, workspaceId });
  }
}
