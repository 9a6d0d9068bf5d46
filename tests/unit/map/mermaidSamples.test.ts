import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { arrange } from '@/lib/map/arrange';
import type { MermaidJourney } from '@/lib/map/mermaid/mermaidJourney';
import { parseMermaidJourney } from '@/lib/map/mermaid/parseMermaidJourney';
import { toJourneyMap } from '@/lib/map/mermaid/toJourneyMap';
import { toMermaid } from '@/lib/map/mermaid/toMermaid';
import { readAsMermaid } from '@/tests/builders/mermaidReader';

// Real files lie beside the repository, not in it.
const folder = fileURLToPath(new URL('../../../../shared/samples/mermaid/', import.meta.url));
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.mmd')) : [];

type Expected = { title: string; sections: Record<string, [name: string, score: number, actors: string][]> };

// What a person reads in each file.
const expected: Record<string, Expected> = {
  'devonboarding_01.mmd': {
    title: '👤 Login Experience',
    sections: {
      '🔐 Sign In': [
        ['Navigate to login', 4, 'User'],
        ['Enter email and password', 3, 'User'],
        ['Click sign in button', 4, 'User'],
      ],
      '📱 MFA Challenge': [
        ['Receive MFA prompt', 3, 'MFA User'],
        ['Open authenticator app', 2, 'MFA User'],
        ['Enter 6-digit code', 2, 'MFA User'],
        ['Handle expired code', 1, 'MFA User'],
      ],
      '✅ Post-Login': [
        ['Land on dashboard', 5, 'User'],
        ['See personalized content', 5, 'User'],
        ['Resume previous session', 4, 'User'],
      ],
    },
  },
  'mermaidjs_01.mmd': {
    title: 'Go shopping',
    sections: {
      'Get to the shops': [
        ['Get car keys', 5, 'Dad'],
        ['Get into car', 5, 'Dad, Mum, Child 1, Child 2'],
        ['Really drive to supermarket', 3, 'Dad'],
      ],
      'Do shopping': [
        ['Do actual shop', 3, 'Mum'],
        ['Get in the way', 2, 'Dad, Child 1, Child 2'],
        ['Pay', 2, 'Dad'],
      ],
      'Go home': [
        ['Lose keys', 3, 'Dad'],
        ['Get cross', 1, 'Dad, Child 1'],
        ['Find keys', 4, 'Mum'],
        ['Get into car', 4, 'Dad, Mum, Child 1, Child 2'],
        ['Drive home', 3, 'Dad'],
      ],
    },
  },
  'mermaidjs_02.mmd': workingDay(3),
  'mermaidjs_03.mmd': workingDay(5),
  'mermaidjs_04.mmd': workingDay(5),
};

function workingDay(sitDown: number): Expected {
  return {
    title: 'My working day',
    sections: {
      'Go to work': [
        ['Make tea', 5, 'Me'],
        ['Go upstairs', 3, 'Me'],
        ['Do work', 1, 'Me, Cat'],
      ],
      'Go home': [
        ['Go downstairs', 5, 'Me'],
        ['Sit down', sitDown, 'Me'],
      ],
    },
  };
}

if (files.length === 0) {
  test.skip(`SKIPPED: no real Mermaid files at ${folder}`, () => undefined);
} else {
  describe.each(files)('the real file %s', (name) => {
    const wanted = expected[name];
    const { journey, problems } = parseMermaidJourney(readFileSync(`${folder}${name}`, 'utf8'));

    test('is read without a problem, with its title, sections, tasks, scores and actors', () => {
      expect(wanted, 'a new sample needs its expectation here').toBeDefined();
      expect(problems).toEqual([]);
      expect(journey.title).toBe(wanted?.title);
      const read = journey.sections.map(({ title, tasks }) => [
        title,
        tasks.map((task) => [task.name, task.score, task.actors.join(', ')]),
      ]);
      expect(read).toEqual(Object.entries(wanted?.sections ?? {}));
    });

    test('goes out again with equal title, sections, tasks, scores and actors', () => {
      const said = ({ title, sections }: MermaidJourney) => [
        title,
        sections.map((section) => [section.title, section.tasks.map((task) => [task.name, task.score, task.actors.toSorted()])]),
      ];
      const again = parseMermaidJourney(toMermaid(toJourneyMap(journey, 'en')).text);
      expect([said(again.journey), again.problems]).toEqual([said(journey), []]);
      const { tasks } = readAsMermaid(toMermaid(toJourneyMap(journey, 'en')).text);
      expect(tasks.map(({ name, score }) => [name, score])).toEqual(
        journey.sections.flatMap((section) => section.tasks.map((task) => [task.name, task.score])),
      );
    });

    test('becomes a map that says the same', () => {
      const map = arrange(toJourneyMap(journey, 'en'));
      const names = new Map(map.personas.map((persona) => [persona.id, persona.name]));
      const said = map.stages.map((stage) => [
        stage.title,
        stage.steps.map((step) => [step.title, [...step.emotions].map(([id, value]) => `${names.get(id)} ${value + 3}`).sort()]),
      ]);
      const meant = Object.entries(wanted?.sections ?? {}).map(([title, tasks]) => [
        title,
        tasks.map(([task, score, actors]) => [
          task,
          actors
            .split(', ')
            .map((actor) => `${actor} ${score}`)
            .sort(),
        ]),
      ]);
      expect(map.meta.title).toBe(wanted?.title);
      expect(said).toEqual(meant);
    });
  });
}
