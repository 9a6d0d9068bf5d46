import { isJourney, readJourneyLines, type SourceLine } from './journeyLines';
import type { MermaidJourney, MermaidProblem, MermaidProblemKey, MermaidTask } from './mermaidJourney';
import { maxScore, minScore } from './mermaidScore';
import { toReadableText } from './mermaidText';
import { parseTask } from './parseTask';

export type { MermaidJourney, MermaidProblem } from './mermaidJourney';

/**
 * Reads a Mermaid `journey`, as written by hand and by programs: keywords in any case, YAML front matter, comments, `accTitle` and
 * `accDescr`, names with colons, tasks without actors or before any section, also inside a Markdown file. Never throws: what cannot be taken
 * over as written is a problem with its line. A text that is no journey has no sections and the problem `mermaid.notAJourney`.
 */
export function parseMermaidJourney(text: string): { journey: MermaidJourney; problems: MermaidProblem[] } {
  const source = readJourneyLines(text);
  const parser = new Parser(source.frontTitle, source.problems);
  if (isJourney(source.lines)) parser.readAll(source.lines);
  else parser.report(source.lines[0]?.line ?? 1, 'mermaid.notAJourney', {});
  return { journey: parser.journey, problems: parser.problems.toSorted((a, b) => a.line - b.line) };
}

class Parser {
  readonly journey: MermaidJourney;
  readonly problems: MermaidProblem[];

  constructor(title: string, problems: readonly MermaidProblem[]) {
    this.journey = { title: toReadableText(title), accTitle: '', accDescr: '', sections: [] };
    this.problems = [...problems];
  }

  report(line: number, key: MermaidProblemKey, values: MermaidProblem['values']): void {
    this.problems.push({ line, key, values });
  }

  readAll(lines: readonly SourceLine[]): void {
    const first = lines[0];
    for (let index = 0; index < lines.length; index++) {
      const source = lines[index];
      if (!source) break;
      const text = index === 0 ? source.text.replace(/^journey\s*/i, '') : source.text;
      if (text === '') continue;
      const block = /^accDescr\s*\{(.*)$/i.exec(text);
      if (block) index = this.#readDescription(lines, index, block[1] ?? '');
      else this.#readStatement({ line: source.line, text });
    }
    if (this.journey.sections.every(({ tasks }) => tasks.length === 0)) this.report(first?.line ?? 1, 'mermaid.noTasks', {});
  }

  /** `accDescr { … }` over several lines. Returns the index of its last line. */
  #readDescription(lines: readonly SourceLine[], start: number, opening: string): number {
    const parts: string[] = [];
    let text = opening;
    for (let index = start; ; text = lines[++index]?.text ?? '') {
      const end = text.indexOf('}');
      parts.push(end < 0 ? text : text.slice(0, end));
      const isLast = index >= lines.length - 1;
      if (end < 0 && !isLast) continue;
      if (end < 0) this.report(lines[start]?.line ?? 1, 'mermaid.notClosed', { what: 'accDescr {' });
      this.journey.accDescr = toReadableText(parts.join(' '));
      return index;
    }
  }

  #readStatement(source: SourceLine): void {
    const { line, text } = source;
    const acc = /^acc(Title|Descr)\s*:\s*(.*)$/i.exec(text);
    if (acc) {
      const value = toReadableText(acc[2] ?? '');
      if (acc[1]?.toLowerCase() === 'title') this.journey.accTitle = value;
      else this.journey.accDescr = value;
      return;
    }
    // `title: x` is no Mermaid, but is what people write; with a score it is a task of that name.
    const task = parseTask(text, line);
    const keyword = /^(title|section)(\s*:|\s|$)\s*(.*)$/i.exec(text);
    const isTask = keyword?.[2]?.includes(':') && task?.score !== null;
    if (keyword && !isTask) this.#readKeyword(keyword[1]?.toLowerCase() === 'title', toReadableText(keyword[3] ?? ''), line);
    else if (task) this.#addTask(task);
    else this.report(line, 'mermaid.lineNotUnderstood', { text: shorten(text) });
  }

  #readKeyword(isTitle: boolean, value: string, line: number): void {
    if (isTitle) this.journey.title = value || this.journey.title;
    else this.journey.sections.push({ title: value, line, tasks: [] });
  }

  #addTask(task: MermaidTask): void {
    const { line, name, score } = task;
    let section = this.journey.sections.at(-1);
    if (!section) {
      section = { title: '', line, tasks: [] };
      this.journey.sections.push(section);
    }
    section.tasks.push(task);
    if (name === '') this.report(line, 'mermaid.nameMissing', {});
    if (score === null) this.report(line, 'mermaid.scoreMissing', { task: shorten(name) });
    else if (score < minScore || score > maxScore) this.report(line, 'mermaid.scoreClamped', { task: shorten(name), score });
  }
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text;
}
