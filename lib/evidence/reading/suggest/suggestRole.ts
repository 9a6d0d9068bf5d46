import { type ColumnProfile, shareOf } from '../columnProfile';
import type { PersonalKind } from '../columns';
import type { ColumnHeader } from '../headers/nameColumns';
import { findPersonalData } from '../personal/findPersonalData';
import { guessTimeForm } from '../time/guessTimeForm';
import { parseNumber } from '../values/parseNumber';
import { guessScore } from './guessScore';
import { findPersonalKind } from './personalWords';
import {
  categoryWords,
  channelWords,
  languageWords,
  personIdWords,
  plainIdWords,
  responseIdWords,
  touchpointWords,
  verbatimWords,
} from './roleWords';
import { ignoredColumn, type Suggestion, type SuggestionContext, surely } from './suggestion';
import { noTimeRank, rankTime } from './timeWords';
import { isQuestionText, toWords } from './words';

/** Guesses what a column is for, by its header and by the cells of the first rows. */
export function suggestRole(header: ColumnHeader, profile: ColumnProfile, context: SuggestionContext): Suggestion {
  const text = toWords(header.label === header.name ? header.name : `${header.name} ${header.label}`);
  // Codes such as Q1 say nothing, and must not make a question of a name.
  const title = toWords(header.label);
  return (
    suggestPersonal(title, profile) ??
    suggestIdentifier(title, profile) ??
    suggestTime(title, profile, context) ??
    guessScore(text, profile, context) ??
    suggestDimension(title, profile) ??
    suggestWords(title, profile) ??
    ignoredColumn
  );
}

const address = /^\S+@\S+\.\p{L}{2,}$/u;
const network = /^(\d{1,3}\.){3}\d{1,3}$|^(?=.*:.*:)[\da-f:]{3,39}$/i;
/** A name and an address, as mail programs write them. */
const namedAddress = /^[^<>@]{0,80}<[^\s<>@]+@[^\s<>@]+\.\p{L}{2,}>$/u;
/** Whether a cell is the number of an account or of a card and nothing else: in an answer in words it is replaced. */
const isAccount = (value: string): boolean =>
  value.length <= 50 &&
  findPersonalData(value).some(
    ({ kind, start, end }) => (kind === 'iban' || kind === 'card') && start === 0 && end === value.length,
  );

/** A date with or without a time, or a time of day, whether there is such a day or not: to programs, its digits look like those of a telephone or a network. */
const clockTime =
  /^(?:(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d{2}))(?:[T\s,_-]+\d{1,2}[:.h]\d{2}(?!\d).*)?|\d{1,2}:\d{2}(?::\d{2})?(?:\D.*)?)$/su;
const isNetwork = (value: string): boolean => network.test(value) && !clockTime.test(value);
const isPhone = (value: string): boolean =>
  !clockTime.test(value) && findPersonalData(`tel ${value.replace(/^'/, '')}`).some(({ kind }) => kind === 'phone');

function suggestPersonal(title: string, profile: ColumnProfile): Suggestion | null {
  const kind = personalByCells(profile) ?? personalByHeader(title, profile);
  return kind && surely({ kind: 'personal', data: kind, treatment: 'drop' });
}

function personalByCells(profile: ColumnProfile): PersonalKind | null {
  if (shareOf(profile, (value) => address.test(value) || namedAddress.test(value)) > 0.5) return 'email';
  if (shareOf(profile, isAccount) > 0.5) return 'other';
  if (shareOf(profile, isNetwork) > 0.5) return 'ip';
  const isNumber = shareOf(profile, (value) => parseNumber(value, 'point') !== null) > 0.5;
  return !isNumber && profile.meanWords < 4 && shareOf(profile, (value) => value.length < 25 && isPhone(value)) > 0.5
    ? 'phone'
    : null;
}

function personalByHeader(title: string, profile: ColumnProfile): PersonalKind | null {
  const kind = findPersonalKind(title);
  if (kind === null || profile.filled < 3) return kind;
  // “Contacted by e-mail” with yes and no is no address.
  if (kind === 'email') return shareOf(profile, (value) => value.includes('@')) > 0.2 ? kind : null;
  if (kind === 'phone') return shareOf(profile, (value) => value.replace(/\D/g, '').length >= 6) > 0.2 ? kind : null;
  return kind;
}

function suggestIdentifier(title: string, profile: ColumnProfile): Suggestion | null {
  if (personIdWords.test(title) && !isQuestionText(title)) return surely({ kind: 'identifier', of: 'person' });
  const isNamed = responseIdWords.test(title) || plainIdWords.test(title);
  const isUnique = profile.filled === profile.rows && profile.distinct === profile.filled;
  return isNamed && isUnique && !isQuestionText(title) ? surely({ kind: 'identifier', of: 'response' }) : null;
}

function suggestTime(title: string, profile: ColumnProfile, context: SuggestionContext): Suggestion | null {
  const isNamed = rankTime(title) < noTimeRank;
  const guessed = guessTimeForm(profile.values, { prefersMonth: context.prefersMonth, isNamed });
  if (guessed === null) return null;
  const isCounted = guessed.form.startsWith('unix') || guessed.form.startsWith('days');
  // Amounts and numbers of customers can look like seconds or days.
  if (isCounted && !isNamed) return null;
  return {
    role: { kind: 'time', form: guessed.form },
    doubts: [
      ...(guessed.isAmbiguous ? (['dates.ambiguous'] as const) : []),
      ...(guessed.lacksZone ? (['dates.zoneAssumed'] as const) : []),
    ],
  };
}

/** Different values that a column of kinds or places has at most, and how long these are. */
const mostKinds = 50;
const longestKind = 60;

const hasKinds = ({ filled, distinct, meanLength }: ColumnProfile): boolean =>
  filled > 0 && meanLength <= longestKind && distinct <= mostKinds && (distinct <= 12 || distinct <= filled / 3);

function suggestDimension(title: string, profile: ColumnProfile): Suggestion | null {
  const isName = !isQuestionText(title);
  if (profile.meanLength > longestKind) return null;
  if (isName && languageWords.test(title) && shareOf(profile, (value) => /^\p{L}[\p{L} ()_-]{1,30}$/u.test(value)) > 0.8) {
    return surely({ kind: 'language' });
  }
  if ((isName || hasKinds(profile)) && touchpointWords.test(title)) return surely({ kind: 'touchpoint' });
  if ((isName || hasKinds(profile)) && channelWords.test(title)) return surely({ kind: 'channel' });
  if (isName && hasKinds(profile) && categoryWords.test(title)) return surely({ kind: 'category' });
  return null;
}

function suggestWords(title: string, profile: ColumnProfile): Suggestion | null {
  const numeric = shareOf(profile, (value) => parseNumber(value, 'point') !== null);
  const isWordy = profile.meanWords >= 4 || profile.meanLength > 30;
  const repeats = profile.distinct <= profile.filled / 2;
  if (isWordy && !repeats && numeric < 0.2) return surely({ kind: 'verbatim' });
  if (verbatimWords.test(title) && numeric < 0.5 && !(repeats && hasKinds(profile))) return surely({ kind: 'verbatim' });
  if (!hasKinds(profile)) return null;
  // Kinds have no addresses in them; in words these are replaced.
  if (shareOf(profile, (value) => findPersonalData(value).length > 0) > 0.1) return surely({ kind: 'verbatim' });
  // Many different numbers, or broken ones, are amounts and durations, and no kinds.
  const isAmount = numeric > 0.5 && (profile.distinct > 12 || profile.values.some((value) => /\d[.,]\d/.test(value)));
  return isAmount ? null : surely({ kind: 'segment' });
}
