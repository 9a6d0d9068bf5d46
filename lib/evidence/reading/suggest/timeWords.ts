import { words } from './words';

/** Times, the most telling ones first: when somebody had answered, when it was recorded, just when, and when they had begun. */
const timeRanks: readonly RegExp[] = [
  words(
    'submitted(?: at| on)?',
    'submit (?:date|time)',
    'submission (?:date|time)',
    'completed(?: at| on)?',
    'completion (?:date|time)',
    'abgeschickt(?: am)?',
    'abgesendet(?: am)?',
    'beantwortet(?: am)?',
    'answered(?: at)?',
    'responded(?: at)?',
    'response (?:date|time)',
    'antwort(?:datum|zeit)',
  ),
  words(
    'recorded(?: ?date| at)?',
    'created(?: ?date| at| on)?',
    'erstellt(?: am)?',
    'erfasst(?: am)?',
    'eingegangen(?: am)?',
    'eingang',
    'eingangs(?:datum|zeit)',
    'time ?stamp',
    'zeitstempel',
    'horodateur',
    'end ?(?:date|time)',
    'enddatum',
    'endzeit',
  ),
  words('date', 'datum', 'time', 'zeit', 'zeitpunkt', 'uhrzeit', 'tag', 'day', 'when', 'wann', 'datetime'),
  words(
    'start(?:ed)? ?(?:date|time|at)?',
    'startdatum',
    'beginn',
    'begonnen(?: am)?',
    'updated(?: at)?',
    'geändert(?: am)?',
    'modified(?: at)?',
    'reply date',
    'last seen',
  ),
];

/** How good a header is for the time of an answer: 0 is the best; `timeRanks.length` when it does not speak of time at all. */
export function rankTime(text: string): number {
  if (timeRanks[3]?.test(text)) return 3;
  const rank = timeRanks.findIndex((pattern) => pattern.test(text));
  return rank < 0 ? timeRanks.length : rank;
}

/** The rank of headers that do not speak of time. */
export const noTimeRank = timeRanks.length;
