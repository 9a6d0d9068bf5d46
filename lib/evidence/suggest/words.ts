/** Words that say nothing about where something happened, German and English, as `toWords` writes them. */
const empty = new Set(
  (
    'der die das den dem des ein eine einen einem einer eines und oder mit von vom zum zur bei beim fuer auf aus als wie wird werden ist sind hat haben ' +
    'nicht noch nach vor ueber unter durch ohne sich sie ihr ihre sein seine man was wer wann kunde kunden kundin kundinnen ' +
    'the and for with from into onto that this these those her his their its has have had not are was were been will can customer customers client'
  ).split(' '),
);

/**
 * Words that mean the same here, German and English side by side, because maps and surveys are not always written in one language. The first of a row stands
 * for all of them.
 */
const alike = [
  'phone telefon telephone call anruf hotline callcenter ruft servicehotline serviceline',
  'web website webseite online homepage portal internet',
  'app mobile smartphone',
  'email mailing',
  'mail letter brief post postal',
  'shop filiale store geschaeft laden branch',
  'chat chatbot messenger',
  'social facebook instagram twitter linkedin',
  'visit besuch technician techniker',
  'bill rechnung invoice abrechnung',
  'pay bezahlen bezahlung zahlung payment',
  'complaint complain beschwerde reklamation',
  'order bestellen bestellung',
  'delivery deliver lieferung liefert zustellung versand shipping',
  'contract vertrag',
  'cancel kuendigen kuendigung stornieren storno cancellation',
  'login anmelden anmeldung',
  'help hilfe support unterstuetzung',
  'return returns retoure ruecksendung rueckgabe',
  'appointment termin',
  'wait warten wartezeit warteschlange queue',
  'repair reparatur reparieren',
  'offer angebot quote',
  'registration registrieren registrierung',
].map((row) => row.split(' '));

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** Letters that German and English share: umlauts as two letters, other accents left away. */
export function toPlain(text: string): string {
  const lower = text.normalize('NFC').toLocaleLowerCase('und');
  return lower
    .replace(/[äöüß]/g, (letter) => umlauts[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\be-mail/g, 'email')
    .replace(/\bcall[- ]center/g, 'callcenter');
}

/** What a word begins with, whatever its ending: of plurals and cases first, then of what makes a noun or a form of a verb. At least four letters are left. */
export function toStem(word: string): string {
  return word.replace(/^(.{4,}?)(?:ern|en|er|es|em|e|n|s)$/, '$1').replace(/^(.{4,}?)(?:ung|ing|ed)$/, '$1');
}

const meanings = new Map(alike.flatMap((row) => row.map((word) => [toStem(word), row[0] ?? word] as const)));

/** A word of a text as it is compared, and as it was written. */
export type Word = { stem: string; meaning: string; written: string };

/** The words of a text that say something. */
export function toWords(text: string): Word[] {
  const parts = text
    .normalize('NFC')
    .split(/[^\p{L}\p{N}-]+/u)
    .flatMap((part) => (/^e-mail/i.test(part) ? [part] : part.split('-')));
  return parts.flatMap((written) => {
    const plain = toPlain(written);
    if (plain.length < 3 || empty.has(plain) || /^\d+$/.test(plain)) return [];
    const stem = toStem(plain);
    return [{ stem, meaning: meanings.get(stem) ?? stem, written }];
  });
}

/** Shortest part of a compound that is looked for: shorter ones are in everything. */
const shortestPart = 5;

/** How much two words are the same, 0 … 1: equal ones, those that mean the same, and those of which one is the beginning or the end of the other (`Kundenhotline`). */
export function likeness(a: Word, b: Word): number {
  if (a.stem === b.stem) return 1;
  if (a.meaning === b.meaning) return 0.9;
  const [short, long] = a.stem.length <= b.stem.length ? [a.stem, b.stem] : [b.stem, a.stem];
  if (short.length < shortestPart) return 0;
  return long.endsWith(short) ? 0.8 : long.startsWith(short) ? 0.7 : 0;
}
