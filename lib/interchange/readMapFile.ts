import type { JourneyMap } from '@/lib/map/journeyMap';
import type { FileBaseline } from './fileBaseline';
import { type ImportProblem, showValue } from './importProblem';
import { findLines, parseJsonText } from './jsonText';
import { mapFileFormat, mapFileVersion } from './mapFile';
import { readFileBaseline } from './readFileBaseline';
import { type MapBody, readMapBody, reportUnknown } from './readMapBody';
import { type Fields, isFields, type Report } from './readRecords';

/**
 * A file as a map; `map` is null, and the one problem says why, when it is none. `baseline`: what a future state starts from, as far as the file says so; whether
 * that is so, and who may see it, has to be judged where the map is made. `baselineLine`: where it stands.
 */
export type ReadFile =
  | { map: JourneyMap; problems: ImportProblem[]; baseline?: FileBaseline; baselineLine?: number }
  | { map: null; problems: [ImportProblem] };

type Located = Omit<ImportProblem, 'line'>;

/**
 * Reads the product's own JSON: a file of `toMapFile`, or a bare map as older exports and programs write it. Never throws, and drops nothing
 * silently: what was mended or left out is a problem with its path and line. Ids are kept, references to what is not there are
 * treated as in a document.
 */
export function readMapFile(source: string): ReadFile {
  const text = source.replace(/^\ufeff/, '');
  const parsed = parseJsonText(text);
  if ('fatal' in parsed && parsed.fatal) return { map: null, problems: [parsed.fatal] };
  const located: Located[] = [];
  const report: Report = (path, problem) => void located.push({ ...problem, path });
  const body = openEnvelope(parsed.value, report);
  if ('refused' in body) return { map: null, problems: [withLines(text, [body.refused])[0] ?? { line: 1, ...body.refused }] };
  const map = readMapBody(body, report);
  const baseline = readFileBaseline(body.baseline, report);
  const problems = [...('problems' in parsed ? parsed.problems : []), ...withLines(text, located)];
  const start = baseline && { baseline, baselineLine: findLines(text, ['baseline'])('baseline') };
  return { map, problems: problems.toSorted((a, b) => a.line - b.line), ...start };
}

function withLines(text: string, located: readonly Located[]): ImportProblem[] {
  if (located.length === 0) return [];
  const lineOf = findLines(
    text,
    located.map(({ path }) => path ?? ''),
  );
  return located.map((problem) => ({ line: lineOf(problem.path ?? ''), ...problem }));
}

/** The map inside of a file, and what is said of where it starts from. */
type Body = MapBody & { baseline: unknown };

function openEnvelope(value: unknown, report: Report): Body | { refused: Located } {
  if (!isFields(value)) return { refused: { path: '', key: 'json.notAMap', values: {} } };
  const isBare = !('format' in value) && !('map' in value);
  if (isBare)
    return looksLikeMap(value)
      ? { map: value, base: '', complete: false, baseline: undefined }
      : { refused: { path: '', key: 'json.notAMap', values: {} } };
  const { format, version, map, baseline } = value;
  if (format !== mapFileFormat)
    return { refused: { path: 'format', key: 'json.otherFormat', values: { given: showValue(format) } } };
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return { refused: { path: 'version', key: 'json.noVersion', values: { given: showValue(version) } } };
  }
  if (version > mapFileVersion) {
    return { refused: { path: 'version', key: 'json.newer', values: { given: version, known: mapFileVersion } } };
  }
  if (!isFields(map)) return { refused: { path: 'map', key: 'json.notAMap', values: {} } };
  const known = new Set(['$schema', 'format', 'version', 'program', 'deleted', 'map', 'baseline']);
  for (const name of Object.keys(value)) if (!known.has(name)) reportUnknown(report, name, name, value[name]);
  return { map, base: 'map.', complete: value.deleted === true, baseline };
}

const looksLikeMap = (value: Fields): boolean =>
  Array.isArray(value.steps) || Array.isArray(value.stages) || isFields(value.meta);
