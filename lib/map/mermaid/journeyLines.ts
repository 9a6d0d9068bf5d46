import type { MermaidProblem } from './mermaidJourney';

/** One line that says something: its number in the file, and its text without blanks at the ends and without comments. */
export type SourceLine = { line: number; text: string };

/** A diagram's lines after its front matter. */
export type JourneySource = { lines: SourceLine[]; frontTitle: string; problems: MermaidProblem[] };

const fence = /^\s*(`{3,}|~{3,}|:{3,})\s*\{?\s*mermaid\b/i;

/** The lines of the journey in a file: the whole of it, or the first Mermaid block with a journey in a Markdown file. */
export function readJourneyLines(text: string): JourneySource {
  const all = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|[\n\r]/)
    .map((content, index) => ({ line: index + 1, text: content }));
  const blocks = listBlocks(all);
  const journeys = blocks.map(readSource).filter(({ lines }) => isJourney(lines));
  const [first, ...others] = journeys;
  if (!first) return readSource(all);
  const problems = others.map(
    ({ lines }): MermaidProblem => ({ line: lines[0]?.line ?? 1, key: 'mermaid.anotherDiagram', values: {} }),
  );
  return { ...first, problems: [...first.problems, ...problems] };
}

/** Whether lines begin with the keyword. */
export function isJourney(lines: readonly SourceLine[]): boolean {
  return /^journey(\s|$)/i.test(lines[0]?.text ?? '');
}

/** The content of the Mermaid fences of a Markdown file; none in a plain file. */
function listBlocks(all: readonly SourceLine[]): SourceLine[][] {
  const blocks: SourceLine[][] = [];
  let open: { mark: string; lines: SourceLine[] } | null = null;
  for (const source of all) {
    if (open) {
      if (source.text.trim().startsWith(open.mark)) open = null;
      else open.lines.push(source);
      continue;
    }
    const mark = fence.exec(source.text)?.[1];
    if (!mark) continue;
    open = { mark, lines: [] };
    blocks.push(open.lines);
  }
  return blocks;
}

/** Takes front matter, comments, directives and empty lines away. */
function readSource(all: readonly SourceLine[]): JourneySource {
  const problems: MermaidProblem[] = [];
  const { frontTitle, rest } = takeFrontMatter(all, problems);
  const lines: SourceLine[] = [];
  let inDirective = false;
  for (const source of rest) {
    const text = source.text.trim();
    if (inDirective) {
      inDirective = !text.includes('}%%');
      continue;
    }
    if (text.startsWith('%%{')) {
      inDirective = !text.includes('}%%');
      problems.push({ line: source.line, key: 'mermaid.settingsIgnored', values: {} });
      continue;
    }
    const spoken = withoutComment(text);
    if (spoken !== '') lines.push({ line: source.line, text: spoken });
  }
  return { lines, frontTitle, problems };
}

/** Mermaid takes `%%` as the beginning of a comment, except after a closing brace; `#` only where no name can begin. */
function withoutComment(text: string): string {
  if (/^#(?!\w{1,8};)/.test(text)) return '';
  const at = text.search(/(?:^|[^}])%%/);
  if (at < 0) return text;
  return text.slice(0, text.startsWith('%%') ? 0 : at + 1).trim();
}

/** YAML front matter between lines of `---`, possibly indented as a whole. Only its title matters. */
function takeFrontMatter(
  all: readonly SourceLine[],
  problems: MermaidProblem[],
): { frontTitle: string; rest: readonly SourceLine[] } {
  const begin = all.findIndex(({ text }) => text.trim() !== '');
  const opening = all[begin];
  if (opening?.text.trim() !== '---') return { frontTitle: '', rest: all };
  const end = all.findIndex(({ text }, index) => index > begin && text.trim() === '---');
  if (end < 0) {
    problems.push({ line: opening.line, key: 'mermaid.notClosed', values: { what: '---' } });
    return { frontTitle: '', rest: all.slice(begin + 1) };
  }
  const inner = all.slice(begin + 1, end).filter(({ text }) => text.trim() !== '' && !text.trim().startsWith('#'));
  const indent = Math.min(...inner.map(({ text }) => text.search(/\S/)));
  const entries = inner.filter(({ text }) => text.search(/\S/) === indent);
  const title = entries.map(({ text }) => /^\s*title\s*:\s*(.*)$/i.exec(text)?.[1]).find((found) => found !== undefined);
  const other = entries.find(({ text }) => !/^\s*title\s*:/i.test(text));
  if (other) problems.push({ line: other.line, key: 'mermaid.settingsIgnored', values: {} });
  return { frontTitle: unquote(title ?? ''), rest: all.slice(end + 1) };
}

function unquote(text: string): string {
  const trimmed = text.trim();
  const quoted = /^(["'])(.*)\1$/.exec(trimmed);
  return quoted?.[2] ?? trimmed.replace(/\s+#.*$/, '');
}
