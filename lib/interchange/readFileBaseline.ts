import { z } from 'zod';
import { toCleanText, toInputText } from '@/lib/document/plainValue';
import { schemaVersion } from '@/lib/document/schema';
import { idSchema } from '@/lib/map/id';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { withoutReasons } from '@/lib/map/reasons';
import { withoutDeleted } from '@/lib/map/withoutDeleted';
import { withoutVotes } from '@/lib/map/withoutVotes';
import { compareRecord } from './compareRecord';
import { checksumOf, type FileBaseline, fileBaselineContentSchema, fileBaselineFacts } from './fileBaseline';
import { showValue } from './importProblem';
import { readMapBody, reportUnknown } from './readMapBody';
import { type Fields, isFields, type Report } from './readRecords';

/** One line, as versions are called. */
const toName = (text: string): string =>
  toCleanText(
    toCleanText(text)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 100),
  ).trim();

const { source, version, signed } = fileBaselineFacts;

/** What would only lead back to the version may be missing or wrong: then the baseline is called by what else is known of it. */
const factsSchema = z.object({
  source: source.extend({ id: idSchema.optional().catch(undefined), title: z.string().transform((text) => toInputText(text)) }),
  version: version.extend({
    id: idSchema.optional().catch(undefined),
    name: z.string().default('').transform(toName),
    at: version.shape.at.refine((at) => !Number.isNaN(Date.parse(at))),
    contentHash: version.shape.contentHash.catch(undefined),
  }),
  signed,
});

/**
 * Reads what the file of a future state says of the version that it starts from. Null when it says nothing, or nothing that could be read, which is reported.
 * What was on the version is taken only as it was written: a checksum tells.
 */
export function readFileBaseline(given: unknown, report: Report): FileBaseline | null {
  if (given === undefined) return null;
  if (given === null) {
    report('baseline', { key: 'json.baselineWithheld', values: {} });
    return null;
  }
  if (!isFields(given)) {
    report('baseline', { key: 'json.notARecord', values: { given: showValue(given) } });
    return null;
  }
  const facts = readFacts(given, report);
  return facts && { ...facts, content: readContent(given.content, report) };
}

function readFacts(given: Fields, report: Report): Omit<FileBaseline, 'content'> | null {
  const read = factsSchema.safeParse(given);
  if (!read.success) {
    const fields = [...new Set(read.error.issues.map(({ path }) => path.join('.')))];
    report(`baseline.${fields[0]}`, {
      key: 'json.baselineLeftOut',
      values: { fields: fields.join(', '), given: showValue(given) },
    });
    return null;
  }
  const { content: _, ...said } = given;
  for (const name of Object.keys(said)) {
    if (!Object.hasOwn(read.data, name)) reportUnknown(report, `baseline.${name}`, name, said[name]);
  }
  for (const part of ['source', 'version'] as const) {
    const taken = Object.fromEntries(Object.entries(read.data[part]).filter(([, value]) => value !== undefined));
    for (const { path, ...problem } of compareRecord(said[part] as Fields, taken, `baseline.${part}`)) {
      report(path ?? `baseline.${part}`, problem);
    }
  }
  const { id = null, contentHash = null, ...called } = read.data.version;
  const { id: sourceId = null, title } = read.data.source;
  return { source: { id: sourceId, title }, version: { id, ...called, contentHash }, signed: read.data.signed };
}

const contentHead = fileBaselineContentSchema.omit({ map: true });

function readContent(given: unknown, report: Report): JourneyMap | null {
  if (given === undefined || given === null) {
    report('baseline', { key: 'json.baselineContentMissing', values: {} });
    return null;
  }
  const path = 'baseline.content';
  const { data: head } = contentHead.safeParse(given);
  if (head && head.schemaVersion > schemaVersion) {
    const values = { given: head.schemaVersion, known: schemaVersion };
    report(`${path}.schemaVersion`, { key: 'json.baselineContentNewer', values });
    return null;
  }
  const map = isFields(given) ? given.map : null;
  if (!head || !isFields(map) || checksumOf(map) !== head.sha256) {
    report(path, { key: 'json.baselineContentChanged', values: {} });
    return null;
  }
  // Its steps are not those of the map, in whose notes a problem would stand.
  const tell: Report = (at, { stepId: _, ...problem }) => report(at, problem);
  const read = readMapBody({ map, base: `${path}.map.`, complete: false }, tell);
  return withoutReasons(withoutVotes(withoutDeleted(read)));
}
