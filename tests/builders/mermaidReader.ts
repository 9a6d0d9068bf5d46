// How Mermaid itself (11.17) reads a journey: the rules of its lexer in their order, its grammar, and what it does to entities before and
// after. Written down here because the package with its sixty dependencies needs a browser; only texts that it accepts come through.

type Token = 'line' | 'journey' | 'title' | 'accTitle' | 'accDescr' | 'section' | 'name' | 'data' | null;

const rules: readonly [RegExp, Token][] = [
  [/^%(?!\{)[^\n]*/i, null],
  [/^[^}]%%[^\n]*/i, null],
  [/^\n+/i, 'line'],
  [/^\s+/i, null],
  [/^#[^\n]*/i, null],
  [/^journey\b/i, 'journey'],
  [/^title\s[^#\n;]+/i, 'title'],
  [/^accTitle\s*:\s*[^\n]*/i, 'accTitle'],
  [/^accDescr\s*:\s*[^\n]*/i, 'accDescr'],
  [/^section\s[^#:\n;]+/i, 'section'],
  [/^[^#:\n;]+/i, 'name'],
  [/^:[^#\n;]+/i, 'data'],
];

export type MermaidReading = {
  title: string;
  accTitle: string;
  accDescr: string;
  tasks: { section: string; name: string; score: number; people: string[] }[];
};

/** Reads a journey as Mermaid does. Throws where Mermaid refuses a text. */
export function readAsMermaid(text: string): MermaidReading {
  if (/%%\{/.test(text)) throw new Error('a directive');
  const code = text.replace(/\r\n?/g, '\n').replace(/^\s*%%(?!\{)[^\n]+\n?/gm, '');
  let rest = encodeEntities(code);
  const reading: MermaidReading = { title: '', accTitle: '', accDescr: '', tasks: [] };
  let section = '';
  let name: string | null = null;
  let begun = false;
  while (rest !== '') {
    const [pattern, token] = rules.find(([candidate]) => candidate.test(rest)) ?? [];
    const found = pattern?.exec(rest)?.[0];
    if (!found || token === undefined) throw new Error(`Mermaid does not read: ${rest.slice(0, 60)}`);
    rest = rest.slice(found.length);
    if (token === null || token === 'line') continue;
    if (begun === (token === 'journey')) throw new Error(`“journey” at the wrong place: ${found}`);
    begun = true;
    if ((name !== null) !== (token === 'data')) throw new Error(`a task of one half: ${found}`);
    const value = found.replace(/^acc(Title|Descr)\s*:/i, '');
    if (token === 'title') reading.title = decode(found.slice('title '.length));
    else if (token === 'accTitle' || token === 'accDescr') reading[token] = decode(value);
    else if (token === 'section') section = decode(found.slice('section '.length));
    else if (token === 'name') name = found;
    else if (token === 'data' && name !== null) {
      const [score, people] = found.slice(1).split(':');
      reading.tasks.push({
        section,
        name: decode(name),
        score: Number(score),
        people: people ? people.split(',').map(decode) : [],
      });
      name = null;
    }
  }
  if (name !== null) throw new Error('a task of one half at the end');
  return reading;
}

function encodeEntities(text: string): string {
  return text
    .replace(/style.*:\S*#.*;/g, (found) => found.slice(0, -1))
    .replace(/classDef.*:\S*#.*;/g, (found) => found.slice(0, -1))
    .replace(/#\w+;/g, (entity) => (/^#\+?\d+;$/.test(entity) ? `ﬂ°°${entity.slice(1, -1)}¶ß` : `ﬂ°${entity.slice(1, -1)}¶ß`));
}

function decode(text: string): string {
  return text.replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code))).trim();
}
