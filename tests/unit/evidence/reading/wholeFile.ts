import { readFileSync } from 'node:fs';
import type { Role } from '@/lib/evidence/reading/columns';
import { type FileSource, sourceOf } from '@/lib/evidence/reading/fileSource';
import { inspectFile } from '@/lib/evidence/reading/inspectFile';
import type { InspectedFile, InspectionChoices } from '@/lib/evidence/reading/inspection';
import { readFile } from '@/lib/evidence/reading/readFile';
import type { ReadingLimits } from '@/lib/evidence/reading/readingLimits';
import type { ReadingPlan } from '@/lib/evidence/reading/readingPlan';
import type { ReadItem, ReadResponse } from '@/lib/evidence/reading/readResponse';

/** One of our own small files with the quirks of a survey tool. */
export function fixture(name: string): FileSource {
  return sourceOf(new Uint8Array(readFileSync(new URL(`../../../fixtures/evidence/${name}`, import.meta.url))));
}

export const textFile = (text: string): FileSource => sourceOf(new TextEncoder().encode(text));

/** A file that has to be readable, as it is understood. */
export async function inspect(source: FileSource, choices: InspectionChoices = {}): Promise<InspectedFile> {
  const inspected = await inspectFile(source, { likelyTimeZone: 'Europe/Berlin', ...choices });
  if (inspected.kind === 'refused') throw new Error(JSON.stringify(inspected.problem));
  return inspected;
}

/** All that a file gives by its plan. */
export async function readAll(source: FileSource, plan: ReadingPlan, limits?: ReadingLimits): Promise<ReadItem[]> {
  const items: ReadItem[] = [];
  for await (const item of readFile(source, plan, limits)) items.push(item);
  return items;
}

export const responsesOf = (items: readonly ReadItem[]): ReadResponse[] => items.filter((item) => item.kind === 'response');

/** What was not taken over or is to be said, each as `line column key`. */
export const problemsOf = (items: readonly ReadItem[]): string[] =>
  items.flatMap((item) =>
    'problem' in item
      ? [[item.problem.line, item.problem.column, item.problem.key].filter((part) => part !== undefined).join(' ')]
      : [],
  );

/** A role in a few words. */
export function showRole(role: Role): string {
  switch (role.kind) {
    case 'score':
      return `${role.scale.metric} ${role.scale.min}-${role.scale.max}${role.scale.direction === 'lowIsGood' ? ' low' : ''}`;
    case 'time':
      return ['time', role.form, role.zone].filter(Boolean).join(' ');
    case 'identifier':
      return `${role.of} id`;
    case 'personal':
      return `${role.treatment} ${role.data}`;
    default:
      return role.kind;
  }
}

/** What the columns of a plan are for, by their names; doubts behind a question mark, columns that are ignored left out. */
export const rolesOf = ({ columns }: ReadingPlan): Record<string, string> =>
  Object.fromEntries(
    columns
      .filter(({ role }) => role.kind !== 'ignore')
      .map(({ name, role, doubts }) => [
        name,
        [showRole(role), ...(doubts.length > 0 ? [`? ${doubts.join(' ')}`] : [])].join(' '),
      ]),
  );

/** An answer in one line, for comparing: what it says, without where it stands. */
export function showResponse({ responseId, personId, time, scores, verbatims, segments, ...rest }: ReadResponse): string {
  return [
    responseId,
    personId && `by ${personId}`,
    time && new Date(time.at).toISOString().slice(0, 16),
    ...scores.map(({ metric, value }) => `${metric} ${value}`),
    rest.touchpoint && `at ${rest.touchpoint}`,
    rest.channel && `via ${rest.channel}`,
    rest.language && `in ${rest.language}`,
    ...(rest.category === null ? [] : [`[${rest.category}]`]),
    ...segments.map(({ value }) => `[${value}]`),
    ...verbatims.map(({ text }) => JSON.stringify(text)),
    ...rest.personal.map(({ treatment, value }) => `${treatment} ${value}`),
  ]
    .filter((part) => part !== null && part !== '')
    .join(' ');
}
