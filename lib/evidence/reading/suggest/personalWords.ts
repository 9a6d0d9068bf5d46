import type { PersonalKind } from '../columns';
import { isQuestionText, words } from './words';

/** Headers that are nothing but a kind of person: customers, and the employees whom they met. */
const persons =
  /^(names?|kunden?|customers?|agents?|assignee|assigned to|advisor|operator|mitarbeiter(in|innen)?|(sach)?bearbeiter(in)?|berater(in)?|betreuer(in)?)$/;

/** “Your”, and a word between perhaps, right before something. */
const isTheirs = /(?<!\p{L})(?:your|ihre?|deine?|votre)(?: \p{L}+)? $/iu;

const personalWords: readonly (readonly [PersonalKind, RegExp])[] = [
  ['email', words('e ?mails?', 'e ?mail ?adress(?:e|en)?', 'email address', 'mail ?adresse', 'courriel')],
  [
    'phone',
    words(
      'phone',
      'telephone',
      'telefon(?:nummer)?',
      'tel',
      'mobile (?:number|phone)',
      'mobil(?:nummer)?',
      'handy(?:nummer)?',
      'rufnummer',
      'fax',
    ),
  ],
  ['ip', words('ip', 'ip ?address', 'ip ?adresse')],
  [
    'name',
    words(
      '(?:first|last|full|given|family|middle|nick|user|customer|client|contact|respondent|recipient|reviewer|author|agent) ?names?',
      'surname',
      'vor(?:- ?und ?nach)?name',
      'nachname',
      'familienname',
      '(?:kunden|benutzer|nutzer|ansprechpartner)name',
      'ihr name',
      'your name',
      'prénom',
      'nom',
    ),
  ],
  [
    'coordinates',
    words('latitude', 'longitude', '^(?:lat|lon|lng|long)$', 'breitengrad', 'längengrad', 'gps', 'geo ?(?:location|position)'),
  ],
  [
    'address',
    words(
      '(?:street|postal|home|billing|delivery|shipping) ?address',
      'address',
      'adresse',
      'anschrift',
      'straße',
      'strasse',
      'street',
      'hausnummer',
      'zip(?: ?code)?',
      'post ?code',
      'plz',
      'postleitzahl',
      'iban',
      'konto ?nummer',
    ),
  ],
  ['other', words('date of birth', 'birth ?(?:day|date)', 'geburts(?:datum|tag)', 'dob')],
];

/**
 * Personal data that a header in words (`toWords`) announces. A header that is just “name” does, too. In a question, “address” is often a
 * verb, so that it has to be somebody's.
 */
export function findPersonalKind(text: string): PersonalKind | null {
  if (persons.test(text)) return 'name';
  for (const [kind, pattern] of personalWords) {
    const found = pattern.exec(text);
    if (found && (!isQuestionText(text) || isTheirs.test(text.slice(0, found.index)))) return kind;
  }
  return null;
}
