import { describe, expect, test } from 'vitest';
import { locales } from '@/lib/i18n/locale';
import { messagesOf, translatorOf } from '@/lib/i18n/translator';
import { arrange } from '@/lib/map/arrange';
import { journeyMapSchema } from '@/lib/map/journeyMap';
import { parseMermaidJourney } from '@/lib/map/mermaid/parseMermaidJourney';
import { toJourneyMap } from '@/lib/map/mermaid/toJourneyMap';

/** The tasks of a journey in one list: `section > name score actor,actor`. */
function tasksOf(text: string): string[] {
  const { sections } = parseMermaidJourney(text).journey;
  return sections.flatMap(({ title, tasks }) =>
    tasks.map(({ name, score, actors }) => `${title} > ${name} | ${score} | ${actors.join(',')}`),
  );
}
const problemsOf = (text: string): string[] => parseMermaidJourney(text).problems.map(({ line, key }) => `${line} ${key}`);

describe('the grammar', () => {
  test('a whole journey', () => {
    const text =
      'journey\n  title My day\n  section Work\n    Make tea: 5: Me\n    Do work: 1: Me, Cat\n  section Home\n    Sit: 3: Me\n';
    expect(parseMermaidJourney(text)).toEqual({
      journey: {
        title: 'My day',
        accTitle: '',
        accDescr: '',
        sections: [
          {
            title: 'Work',
            line: 3,
            tasks: [
              { name: 'Make tea', score: 5, actors: ['Me'], line: 4 },
              { name: 'Do work', score: 1, actors: ['Me', 'Cat'], line: 5 },
            ],
          },
          { title: 'Home', line: 6, tasks: [{ name: 'Sit', score: 3, actors: ['Me'], line: 7 }] },
        ],
      },
      problems: [],
    });
  });

  test('keywords in any case, Windows line ends, a byte-order mark and blanks around colons', () => {
    const text = '\ufeff  JOURNEY\r\n\tTitle  Ours\r\n SECTION One\r\n Step :  4 :  A ,B,, A\r\n';
    expect(parseMermaidJourney(text).journey.title).toBe('Ours');
    expect(tasksOf(text)).toEqual(['One > Step | 4 | A,B']);
    expect(problemsOf(text)).toEqual([]);
  });

  test.each([
    ['Page at 02:41: 1: Engineer', 'Page at 02:41 | 1 | Engineer'],
    ['Gives name: "João": 6: Customer', 'Gives name: "João" | 6 | Customer'],
    ['Sign Up: 5:', 'Sign Up | 5 | '],
    ['Browse: 3', 'Browse | 3 | '],
    ['Wait: 0: Me', 'Wait | 0 | Me'],
    ['Half: 3.5: Me', 'Half | 3.5 | Me'],
    ['Below: -1: Me', 'Below | -1 | Me'],
    ['Fix bug #12: 3: Me', 'Fix bug #12 | 3 | Me'],
    ['Make tea: 5: Me # in the kitchen', 'Make tea | 5 | Me'],
    ['Make tea: 5 # quickly', 'Make tea | 5 | '],
    ['Make tea: 5: Me %% really', 'Make tea | 5 | Me'],
    ['Make tea: 5: Me;', 'Make tea | 5 | Me'],
    ['Say #quot;yes#quot; #35;1#58; now: 2: A#amp;B', 'Say "yes" #1: now | 2 | A&B'],
    ['First<br/>second: 2: Me', 'First second | 2 | Me'],
    ['Titles are hard: 2: Me', 'Titles are hard | 2 | Me'],
    ['title: 2: Me', 'title | 2 | Me'],
    ['👤 Log in ✅: 4: 👩‍💻 Dev', '👤 Log in ✅ | 4 | 👩‍💻 Dev'],
  ])('the task %s', (task, expected) => {
    expect(tasksOf(`journey\nsection S\n${task}`)).toEqual([`S > ${expected}`]);
  });

  test('a task without a score is kept by its whole text, and reported', () => {
    const text = 'journey\nsection S\nGo home: Me\nSit:\n';
    expect(tasksOf(text)).toEqual(['S > Go home: Me | null | ', 'S > Sit | null | ']);
    expect(problemsOf(text)).toEqual(['3 mermaid.scoreMissing', '4 mermaid.scoreMissing']);
  });

  test('tasks before any section, empty sections and sections of the same name', () => {
    const text = 'journey\nA: 1: Me\nsection\nsection S\nB: 2: Me\nsection S\nC: 3: Me';
    expect(parseMermaidJourney(text).journey.sections.map(({ title, tasks }) => [title, tasks.length])).toEqual([
      ['', 1],
      ['', 0],
      ['S', 1],
      ['S', 1],
    ]);
  });

  test('front matter, directives and comments', () => {
    const text = [
      '   ---',
      '   title: "Ours: the day" ',
      '   config:',
      '     journey:',
      '       width: 3',
      '   ---',
      '%% a comment',
      '%%{init: {',
      '  "theme": "dark" }',
      '}%%',
      'journey',
      '# another',
      'section S',
      'A: 1: Me',
    ].join('\n');
    expect(parseMermaidJourney(text).journey.title).toBe('Ours: the day');
    expect(tasksOf(text)).toEqual(['S > A | 1 | Me']);
    expect(problemsOf(text)).toEqual(['3 mermaid.settingsIgnored', '8 mermaid.settingsIgnored']);
  });

  test('a title statement wins over front matter', () => {
    expect(parseMermaidJourney('---\ntitle: Front\n---\njourney\ntitle Ours\nA: 1').journey.title).toBe('Ours');
  });

  test('accessible title and description, on one line and on several', () => {
    const { journey } = parseMermaidJourney('journey\naccTitle : T\nACCDESCR {\n  one\n  two: 3\n}\nA: 1: Me');
    expect([journey.accTitle, journey.accDescr]).toEqual(['T', 'one two: 3']);
    expect(parseMermaidJourney('journey\naccDescr { one }\nA: 1').journey.accDescr).toBe('one');
    expect(parseMermaidJourney('journey\naccDescr: one: two\nA: 1').journey.accDescr).toBe('one: two');
    expect(problemsOf('journey\nA: 1\naccDescr {\nno end')).toEqual(['3 mermaid.notClosed']);
  });

  test('the first journey of a Markdown file', () => {
    const text =
      '# Notes\n\n```mermaid\nflowchart LR\n```\n\n```mermaid\njourney\n  A: 1: Me\n```\nText\n```mermaid\njourney\n  B: 1\n```\n';
    expect(tasksOf(text)).toEqual([' > A | 1 | Me']);
    expect(problemsOf(text)).toEqual(['13 mermaid.anotherDiagram']);
  });

  test.each([
    '',
    '\n\n',
    'flowchart LR\n  a --> b',
    'journeys\nA: 1',
    'Dear team, the journey: 5: Me',
    '{"json": true}',
    '---\ntitle: x\n---\n',
  ])('is no journey: %j', (text) => {
    const { journey, problems } = parseMermaidJourney(text);
    expect(journey.sections).toEqual([]);
    expect(problems.at(-1)?.key).toBe('mermaid.notAJourney');
  });

  test('lines that say nothing to us, scores outside the scale and missing names are reported by their line', () => {
    const text = 'journey\nsection S\nwhatever\n: 3: Me\nA: 7: Me\nB: 0: Me\nC: 5: Me';
    expect(problemsOf(text)).toEqual([
      '3 mermaid.lineNotUnderstood',
      '4 mermaid.nameMissing',
      '5 mermaid.scoreClamped',
      '6 mermaid.scoreClamped',
    ]);
    expect(problemsOf('journey\nsection S')).toEqual(['1 mermaid.noTasks']);
  });

  test.each(locales)('each problem has its sentence in %s', (locale) => {
    const t = translatorOf(locale, 'import');
    const keys = Object.keys(messagesOf(locale).import.mermaid);
    expect(keys).toEqual(Object.keys(messagesOf('en').import.mermaid));
    const text = '---\njourney\nsection S\nwhatever\n: 3\nA: 7.5: Me\nB: x\naccDescr {';
    for (const { key, values } of parseMermaidJourney(text).problems) {
      expect(t(key, values as never)).not.toContain('mermaid.');
    }
  });

  test('a hostile text takes no longer than its length', () => {
    const start = performance.now();
    for (const bad of ['#', ':', ' ', '}%%', '%%{', ';', '{', '```mermaid\n', 'a: 1\n', '&#']) {
      parseMermaidJourney(`journey\n${bad.repeat(100_000 / bad.length)}`);
      parseMermaidJourney(`journey\nA: 1: ${bad.repeat(50_000 / bad.length)}`);
    }
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('the map of a journey', () => {
  const text = [
    'journey',
    'accDescr: To get to the shops and back',
    'title Shopping',
    'Think: 3',
    'section Out',
    'Get in: 5: Dad, Mum',
    'section Back',
    'Lose keys: 0: Mum',
    'Find keys: 7: Mum',
    'Sing: gladly',
  ].join('\n');
  const map = toJourneyMap(parseMermaidJourney(text).journey, 'en');
  const { meta, stages, steps, personas, lanes } = arrange(map);

  test('has stages, steps, personas and feelings of it', () => {
    expect(journeyMapSchema.parse(map)).toEqual(map);
    expect(meta).toMatchObject({ title: 'Shopping', scenario: 'To get to the shops and back' });
    expect(stages.map(({ title, steps: of }) => [title, of.map((step) => step.title)])).toEqual([
      ['', ['Think']],
      ['Out', ['Get in']],
      ['Back', ['Lose keys', 'Find keys', 'Sing: gladly']],
    ]);
    expect(personas.map(({ name }) => name)).toEqual(['Mum', 'Dad']);
    const [mum, dad] = personas.map(({ id }) => id);
    expect(steps.map(({ emotions }) => emotions.get(mum ?? ''))).toEqual([0, 2, -2, 2, undefined]);
    expect(steps.map(({ emotions }) => emotions.get(dad ?? ''))).toEqual([undefined, 2, undefined, undefined, undefined]);
  });

  test('keeps a number outside the scale in a note, and has the usual lanes', () => {
    expect(steps.map(({ notes }) => notes)).toEqual([
      '',
      '',
      'Score in the Mermaid file: 0 (on a scale of 1 to 5)',
      'Score in the Mermaid file: 7 (on a scale of 1 to 5)',
      '',
    ]);
    expect(toJourneyMap(parseMermaidJourney('journey\nA: 7.5').journey, 'de').steps[0]?.notes).toBe(
      'Wertung in der Mermaid-Datei: 7,5 (Skala 1 bis 5)',
    );
    expect(lanes.map(({ kind }) => kind)).toEqual(['doing', 'thinking', 'feeling', 'touchpoints', 'painPoints', 'opportunities']);
  });

  test('without actors has one persona to be named', () => {
    const alone = arrange(toJourneyMap(parseMermaidJourney('journey\nA: 4').journey, 'de'));
    expect(alone.personas.map(({ name }) => name)).toEqual(['']);
    expect([...(alone.steps[0]?.emotions.values() ?? [])]).toEqual([1]);
  });
});
