import type { MermaidProblemKey } from '@/lib/map/mermaid/mermaidJourney';

/** What can be said of a place in a JSON file: keys of the `import` messages. */
export type JsonProblemKey =
  | 'json.syntax'
  | 'json.tooDeep'
  | 'json.notAMap'
  | 'json.otherFormat'
  | 'json.newer'
  | 'json.noVersion'
  | 'json.keyTwice'
  | 'json.unknown'
  | 'json.notAList'
  | 'json.notARecord'
  | 'json.recordLeftOut'
  | 'json.valueLeftOut'
  | 'json.valueChanged'
  | 'json.textCut'
  | 'json.charactersLeftOut'
  | 'json.idMissing'
  | 'json.idChanged'
  | 'json.idTwice'
  | 'json.sameTwice'
  | 'json.pairTwice'
  | 'json.orderChanged'
  | 'json.placeMissing'
  | 'json.laneKindUnknown'
  | 'json.targetMissing'
  | 'json.unplaced'
  | 'json.filesMissing'
  | 'json.evidenceMissing'
  | 'json.baselineWithheld'
  | 'json.baselineLeftOut'
  | 'json.baselineContentMissing'
  | 'json.baselineContentChanged'
  | 'json.baselineContentNewer'
  | 'json.baselineTooLarge'
  | 'json.baselineOtherVersion'
  | 'json.baselineVersionNotFound'
  | 'json.baselineFilesMissing'
  | 'json.baselineEvidenceMissing';

export type ImportProblemKey = MermaidProblemKey | JsonProblemKey;

/**
 * Something of a file that was not taken over, or otherwise than it stands there. `line` counts from 1; `path` says where in a JSON file
 * (`map.steps.3.title`); `stepId` is the step of the new map that it concerns, if it is one.
 */
export type ImportProblem = {
  line: number;
  path?: string;
  key: ImportProblemKey;
  values: Record<string, string | number>;
  stepId?: string;
};

const longest = 120;

/** A value of a file as a sentence can show it: JSON, on one line, shortened. */
export function showValue(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value === undefined ? null : value, hideDepth());
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest
    ? `${line
        .slice(0, longest - 1)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`
    : line;
}

/** Keeps `JSON.stringify` from walking through a large value for the sake of its first letters. */
function hideDepth(): (key: string, value: unknown) => unknown {
  let left = 200;
  return (_key, value) => (left-- > 0 ? value : undefined);
}
