import { printParseErrorCode, visit } from 'jsonc-parser';
import type { ImportProblem } from './importProblem';

/** Deeper than anything that a map holds (evidence filters included), and far from what any reader's stack can bear. */
const deepest = 32;

type Parsed = { value: unknown; problems: ImportProblem[] } | { value?: never; fatal: ImportProblem };

class Refused extends Error {
  readonly problem: ImportProblem;
  constructor(problem: ImportProblem) {
    super(problem.key);
    this.problem = problem;
  }
}

/** Parses JSON. Says at which line it is none, and which keys an object has twice: the last one counts then, as everywhere. */
export function parseJsonText(text: string): Parsed {
  const problems: ImportProblem[] = [];
  const keys: Set<string>[] = [];
  const refuse = (line: number, problem: Omit<ImportProblem, 'line'>): never => {
    throw new Refused({ line: line + 1, ...problem });
  };
  const enter = (line: number): void => {
    keys.push(new Set());
    if (keys.length > deepest) refuse(line, { key: 'json.tooDeep', values: { deepest } });
  };
  try {
    visit(
      text,
      {
        onObjectBegin: (_offset, _length, line) => enter(line),
        onArrayBegin: (_offset, _length, line) => enter(line),
        onObjectEnd: () => void keys.pop(),
        onArrayEnd: () => void keys.pop(),
        onObjectProperty: (property, _offset, _length, line, _character, pathOf) => {
          const known = keys.at(-1);
          if (known?.has(property)) {
            const path = [...pathOf(), property].join('.');
            problems.push({ line: line + 1, path, key: 'json.keyTwice', values: { name: property.slice(0, 80) } });
          }
          known?.add(property);
        },
        onError: (code, _offset, _length, line, character) =>
          refuse(line, { key: 'json.syntax', values: { column: character + 1, error: printParseErrorCode(code) } }),
      },
      { disallowComments: true },
    );
    return { value: JSON.parse(text), problems };
  } catch (cause) {
    if (cause instanceof Refused) return { fatal: cause.problem };
    // What the visitor lets pass and JSON does not (an unescaped control character, a number such as 01) has no place that it names.
    return { fatal: { line: 1, key: 'json.syntax', values: { column: 1, error: 'InvalidSymbol' } } };
  }
}

/** The line (1 …) on which each of the paths stands (`steps.3.title`); for one that is not there, its nearest parent's. */
export function findLines(text: string, paths: Iterable<string>): (path: string) => number {
  const wanted = new Set<string>();
  for (const path of paths) {
    const parts = path.split('.');
    for (let length = 1; length <= parts.length; length++) wanted.add(parts.slice(0, length).join('.'));
  }
  const lines = new Map<string, number>();
  // The places that are open: the path of an object's current property, of an array's current item.
  const open: { path: string; index: number | null; property: string }[] = [];
  const here = (): string => {
    const top = open.at(-1);
    if (!top) return '';
    const last = top.index === null ? top.property : String(top.index);
    return top.path === '' ? last : `${top.path}.${last}`;
  };
  const note = (line: number): void => {
    const path = here();
    if (wanted.has(path) && !lines.has(path)) lines.set(path, line + 1);
  };
  const enter = (line: number, index: number | null): void => {
    note(line);
    open.push({ path: here(), index, property: '' });
  };
  visit(text, {
    onObjectBegin: (_offset, _length, line) => enter(line, null),
    onArrayBegin: (_offset, _length, line) => enter(line, 0),
    onObjectEnd: () => void open.pop(),
    onArrayEnd: () => void open.pop(),
    onObjectProperty: (property, _offset, _length, line) => {
      const top = open.at(-1);
      if (top) top.property = property;
      note(line);
    },
    onLiteralValue: (_value, _offset, _length, line) => note(line),
    onSeparator: (character) => {
      const top = open.at(-1);
      if (character === ',' && top && top.index !== null) top.index++;
    },
  });
  return (path) => {
    for (let known = path; known !== ''; known = known.slice(0, Math.max(0, known.lastIndexOf('.')))) {
      const line = lines.get(known);
      if (line !== undefined) return line;
    }
    return 1;
  };
}
