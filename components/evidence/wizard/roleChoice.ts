import { profileColumn } from '@/lib/evidence/reading/columnProfile';
import type { ColumnPlan, Doubt, Role } from '@/lib/evidence/reading/columns';
import { guessScore } from '@/lib/evidence/reading/suggest/guessScore';
import { guessTimeForm } from '@/lib/evidence/reading/time/guessTimeForm';
import { missingTest } from '@/lib/evidence/reading/values/missing';
import type { DecimalSign } from '@/lib/evidence/reading/values/parseNumber';

/** The roles that a column can be given, as one list to choose from. */
export const roleChoices = [
  'score',
  'verbatim',
  'time',
  'touchpoint',
  'channel',
  'segment',
  'language',
  'category',
  'responseId',
  'personId',
  'personal',
  'ignore',
] as const;
export type RoleChoice = (typeof roleChoices)[number];

/** Which of them a role is. */
export function choiceOf(role: Role): RoleChoice {
  if (role.kind !== 'identifier') return role.kind;
  return role.of === 'response' ? 'responseId' : 'personId';
}

/** What the file shows of a column, from which its role is guessed when somebody chooses another one. */
export type ColumnSample = { cells: readonly string[]; decimal: DecimalSign; missing: readonly string[] };

type Told = { role: Role; doubts: Doubt[] };

const settled = (role: Role): Told => ({ role, doubts: [] });

/** A column in another role. What was found for that role counts; else it is guessed from what the column shows. */
export function withRole(column: ColumnPlan, choice: RoleChoice, found: ColumnPlan, sample: ColumnSample): ColumnPlan {
  if (choiceOf(found.role) === choice) return found;
  return { ...column, ...toRole(column, choice, sample) };
}

function toRole(column: ColumnPlan, choice: RoleChoice, sample: ColumnSample): Told {
  switch (choice) {
    case 'score':
      return toScore(column, sample);
    case 'time':
      return toTime(sample);
    case 'responseId':
      return settled({ kind: 'identifier', of: 'response' });
    case 'personId':
      return settled({ kind: 'identifier', of: 'person' });
    case 'personal':
      return settled({ kind: 'personal', data: 'other', treatment: 'drop' });
    default:
      return settled({ kind: choice });
  }
}

/** Somebody who knows that it is a score is asked what it measures, when neither words nor answers say it. */
function toScore({ name, label }: ColumnPlan, { cells, decimal, missing }: ColumnSample): Told {
  const profile = profileColumn(
    cells.map((cell) => [cell]),
    0,
    missingTest(missing),
  );
  const guessed = guessScore(`${name} ${label}`, profile, { decimal, prefersMonth: false });
  if (guessed) return guessed;
  const scale = { metric: 'csat', min: 1, max: 5, direction: 'highIsGood' } as const;
  return { role: { kind: 'score', scale, labels: {} }, doubts: ['score.metricUnclear', 'score.directionUnclear'] };
}

function toTime({ cells, missing }: ColumnSample): Told {
  const isMissing = missingTest(missing);
  const guessed = guessTimeForm(cells.filter((cell) => !isMissing(cell)));
  if (!guessed) return settled({ kind: 'time', form: 'ymd' });
  const doubts: Doubt[] = [
    ...(guessed.isAmbiguous ? (['dates.ambiguous'] as const) : []),
    ...(guessed.lacksZone ? (['dates.zoneAssumed'] as const) : []),
  ];
  return { role: { kind: 'time', form: guessed.form }, doubts };
}
