import { readMeta } from '@/lib/document/readRecord';
import { checkReferences } from '@/lib/document/references';
import { collections, recordNames } from '@/lib/document/schema';
import { toCanonicalMap } from '@/lib/map/canonicalJson';
import { followMerges } from '@/lib/map/followMerges';
import { emptyMap, type JourneyMap } from '@/lib/map/journeyMap';
import { compareRecord } from './compareRecord';
import { type ImportProblem, showValue } from './importProblem';
import { findLines, parseJsonText } from './jsonText';
import { mapFileFormat, mapFileVersion } from './mapFile';
import { type Fields, type FoundRecords, isFields, type Report, readRecords } from './readRecords';

/** A file as a map; `map` is null, and the one problem says why, when it is none. */
export type ReadFile = { map: JourneyMap; problems: ImportProblem[] } | { map: null; problems: [ImportProblem] };

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
  const map = readBody(body, report);
  const problems = [...('problems' in parsed ? parsed.problems : []), ...withLines(text, located)];
  return { map, problems: problems.toSorted((a, b) => a.line - b.line) };
}

function withLines(text: string, located: readonly Located[]): ImportProblem[] {
  if (located.length === 0) return [];
  const lineOf = findLines(
    text,
    located.map(({ path }) => path ?? ''),
  );
  return located.map((problem) => ({ line: lineOf(problem.path ?? ''), ...problem }));
}

/** The map inside of a file, the path to it, and whether what was deleted is in it, too. */
type Body = { map: Fields; base: string; complete: boolean };

function openEnvelope(value: unknown, report: Report): Body | { refused: Located } {
  if (!isFields(value)) return { refused: { path: '', key: 'json.notAMap', values: {} } };
  const isBare = !('format' in value) && !('map' in value);
  if (isBare)
    return looksLikeMap(value)
      ? { map: value, base: '', complete: false }
      : { refused: { path: '', key: 'json.notAMap', values: {} } };
  const { format, version, map } = value;
  if (format !== mapFileFormat)
    return { refused: { path: 'format', key: 'json.otherFormat', values: { given: showValue(format) } } };
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return { refused: { path: 'version', key: 'json.noVersion', values: { given: showValue(version) } } };
  }
  if (version > mapFileVersion) {
    return { refused: { path: 'version', key: 'json.newer', values: { given: version, known: mapFileVersion } } };
  }
  if (!isFields(map)) return { refused: { path: 'map', key: 'json.notAMap', values: {} } };
  const known = new Set(['$schema', 'format', 'version', 'program', 'deleted', 'map']);
  for (const name of Object.keys(value)) if (!known.has(name)) reportUnknown(report, name, name, value[name]);
  return { map, base: 'map.', complete: value.deleted === true };
}

const looksLikeMap = (value: Fields): boolean =>
  Array.isArray(value.steps) || Array.isArray(value.stages) || isFields(value.meta);

function reportUnknown(report: Report, path: string, name: string, given: unknown): void {
  report(path, { key: 'json.unknown', values: { name: name.slice(0, 80), given: showValue(given) } });
}

function readBody({ map: body, base, complete }: Body, report: Report): JourneyMap {
  const map: Record<string, unknown> = { ...emptyMap(), meta: readTitleBlock(body.meta, `${base}meta`, report) };
  const found = new Map<string, FoundRecords>();
  // `collections` names what is pointed to before what points to it.
  for (const collection of collections) {
    const list = body[collection] ?? [];
    if (!Array.isArray(list)) report(`${base}${collection}`, { key: 'json.notAList', values: { given: showValue(list) } });
    const records = readRecords(collection, Array.isArray(list) ? list : [], `${base}${collection}`, report);
    for (const [key, { record, path, stepId }] of records) {
      const step = stepId === undefined ? {} : { stepId };
      // The record was parsed by this collection's own schema, which is what `checkReferences` asks for.
      const { kept, issues } = checkReferences(
        collection,
        key,
        record as never,
        (other, id) => found.get(other)?.has(id) ?? false,
      );
      // Without what was deleted, this is how a file says that a card lies in the tray, or a step in no stage.
      for (const { field } of kept && !complete ? [] : issues.slice(0, 1)) {
        const values = { record: recordNames[collection], field: field ?? '', given: showValue(record) };
        report(path, { key: kept ? 'json.unplaced' : 'json.targetMissing', values, ...step });
      }
      if (!kept) records.delete(key);
    }
    found.set(collection, records);
    map[collection] = [...records.values()].map(({ record }) => record);
  }
  const known = new Set<string>(['meta', ...collections]);
  // A bare map has its schema's name beside its collections.
  if (base === '') known.add('$schema');
  for (const name of Object.keys(body)) if (!known.has(name)) reportUnknown(report, base + name, name, body[name]);
  return followMerges(toCanonicalMap(map as JourneyMap));
}

function readTitleBlock(given: unknown, path: string, report: Report): JourneyMap['meta'] {
  const { record } = readMeta(given ?? {});
  if (isFields(given)) for (const { path: at, ...problem } of compareRecord(given, record, path)) report(at ?? path, problem);
  else if (given !== undefined) report(path, { key: 'json.notARecord', values: { given: showValue(given) } });
  return record;
}
