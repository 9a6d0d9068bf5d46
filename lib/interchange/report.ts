import type { Locale } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { maxTextLength } from '@/lib/map/text';
import type { ImportProblem, ImportProblemKey } from './importProblem';

/** One place of a file that was not taken over, or differently, in words. `path` only for JSON. */
export type ReportLine = { line: number; path?: string; code: ImportProblemKey; message: string };

/** The problems of a file in a language. */
export function toReport(problems: readonly ImportProblem[], locale: Locale): ReportLine[] {
  const t = translatorOf(locale, 'import');
  return problems.map(({ line, path, key, values }) => ({
    line,
    ...(path === undefined ? {} : { path }),
    code: key,
    // Each key's sentence has the values that its problem carries; the type of one call cannot say so for all keys.
    message: t(key, values as never),
  }));
}

// A map's notes are for people, too: a file with a thousand broken places must not fill them.
const mostLines = 200;
const mostLinesOfStep = 20;

/**
 * The map with the report in its notes, so that whoever works on it later knows what the file said; what concerns one step stands in the
 * step's notes, too. Notes that were there stay.
 */
export function keepReport(map: JourneyMap, problems: readonly ImportProblem[], locale: Locale, fileName = ''): JourneyMap {
  if (problems.length === 0) return map;
  const t = translatorOf(locale, 'import');
  const toLines = (of: readonly ImportProblem[]): string[] =>
    toReport(of, locale).map(({ line, path, message }) =>
      path ? t('report.lineAt', { line, path, sentence: message }) : t('report.line', { line, sentence: message }),
    );
  const lines = toLines(problems.slice(0, mostLines));
  const more = problems.length - lines.length;
  const heading = fileName === '' ? t('report.headingUnnamed') : t('report.heading', { name: fileName });
  const note = [heading, ...lines, ...(more > 0 ? [t('report.more', { count: more })] : [])].join('\n');
  const bySteps = groupBySteps(problems);
  return {
    ...map,
    meta: { ...map.meta, notes: addNote(map.meta.notes, note) },
    steps: map.steps.map((step) => {
      const own = bySteps.get(step.id)?.slice(0, mostLinesOfStep);
      return own ? { ...step, notes: addNote(step.notes, toLines(own).join('\n')) } : step;
    }),
  };
}

function groupBySteps(problems: readonly ImportProblem[]): Map<string, ImportProblem[]> {
  const groups = new Map<string, ImportProblem[]>();
  for (const problem of problems) {
    // A score that Mermaid does not know stands in the step's notes already (toJourneyMap).
    if (problem.stepId === undefined || problem.key === 'mermaid.scoreClamped') continue;
    const group = groups.get(problem.stepId);
    if (group) group.push(problem);
    else groups.set(problem.stepId, [problem]);
  }
  return groups;
}

/** Never at the cost of what was there: an addition that does not fit is cut. */
function addNote(notes: string, addition: string): string {
  const before = notes.trim() === '' ? '' : `${notes}\n\n`;
  return `${before}${addition}`.slice(0, Math.max(notes.length, maxTextLength)).replace(/[\ud800-\udbff]$/, '');
}
