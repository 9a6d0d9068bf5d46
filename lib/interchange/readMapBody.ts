import { readMeta } from '@/lib/document/readRecord';
import { checkReferences } from '@/lib/document/references';
import { collections, recordNames } from '@/lib/document/schema';
import { toCanonicalMap } from '@/lib/map/canonicalJson';
import { followMerges } from '@/lib/map/followMerges';
import { emptyMap, type JourneyMap } from '@/lib/map/journeyMap';
import { compareRecord } from './compareRecord';
import { showValue } from './importProblem';
import { type Fields, type FoundRecords, isFields, type Report, readRecords } from './readRecords';

/** A map inside of a file, the path to it (with a dot behind, or empty), and whether what was deleted is in it, too. */
export type MapBody = { map: Fields; base: string; complete: boolean };

/** Says that a field is left out because nothing here has this name. */
export function reportUnknown(report: Report, path: string, name: string, given: unknown): void {
  report(path, { key: 'json.unknown', values: { name: name.slice(0, 80), given: showValue(given) } });
}

/** Reads the records of a map in a file, and reports what was mended or left out. */
export function readMapBody({ map: body, base, complete }: MapBody, report: Report): JourneyMap {
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
