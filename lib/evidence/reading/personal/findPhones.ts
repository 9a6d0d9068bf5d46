import type { PersonalFinding } from './personalFinding';

const between = '[ \\u00a0()/.–-]{0,3}';
const notBefore = '(?<![\\p{L}\\p{N}+#€$£.,:/-])';
const notBehind = '(?![\\p{L}\\p{N}%€$£]|[.,:]\\d|\\s?(?:€|EUR|Euro|%|Uhr|Stück|kg|km))';

const phones = [
  // +49 (0)30 1234567
  { pattern: `${notBefore}\\+${between}[1-9](?:${between}\\d){7,14}${notBehind}`, needs: 'nothing' },
  // 0049 30 1234567
  { pattern: `${notBefore}00[1-9](?:${between}\\d){7,13}${notBehind}`, needs: 'noOrder' },
  // 0151 23456789, 030/1234567, (0211) 12 34 56
  { pattern: `${notBefore}\\(?0[1-9](?:${between}\\d){5,11}${notBehind}`, needs: 'form' },
  // (555) 123-4567, 555-123-4567
  { pattern: `${notBefore}(?:\\([2-9]\\d\\d\\) ?|[2-9]\\d\\d[-.])\\d{3}[-.]\\d{4}${notBehind}`, needs: 'noOrder' },
  // Tel. 2345 678
  { pattern: `${notBefore}[1-9](?:${between}\\d){5,11}${notBehind}`, needs: 'phoneWord' },
] as const;

const patterns = phones.map(({ pattern, needs }) => ({ pattern: new RegExp(pattern, 'giu'), needs }));

const phoneWord =
  /(?<!\p{L})(?:tel|telefon|telefonnummer|telephone|phone|phone number|fon|fax|mobil|mobile|mobilnummer|handy|handynummer|cell|whatsapp|rückruf|rückrufnummer|call me(?: back)?(?: at| on)?|ruf\p{L}*(?: sie)?(?: bitte)? (?:mich|uns)(?: bitte)? (?:unter|an|auf)|erreichbar (?:unter|auf)|erreichen (?:sie mich )?unter|durchwahl)(?: (?:is|ist|no|nr|nummer|number|lautet))?[\s.:=-]*$/iu;

const orderWord =
  /(?<!\p{L})\p{L}*(?:bestell|auftrag|kunden|rechnung|order|ticket|vorgang|artikel|invoice|case|sendung|tracking|konto|vertrag|zähler|referen|reservier|buchung|booking|customer|contract|account|serien|modell|policen?|versicherung|iban|isbn|ean|plz|fall|paket)\p{L}*(?:[ -]?(?:nr|no|nummer|number|id|code))?[\s.:#=-]*(?:ist|is|lautet|war|was)?[\s:]*$/iu;

const orderSign = /(?:#|№|(?<!\p{L})(?:nr|no|id|ref)[.:]?)\s*$/iu;

/** Finds telephone numbers. What is more likely a date, a time, an amount or the number of an order is left alone. */
export function findPhones(text: string): PersonalFinding[] {
  const findings: PersonalFinding[] = [];
  for (const { pattern, needs } of patterns) {
    for (const { 0: number, index } of text.matchAll(pattern)) {
      const context = text.slice(Math.max(0, index - 40), index);
      if (isPhone(number, needs, context)) findings.push({ kind: 'phone', start: index, end: index + number.length });
    }
  }
  return findings;
}

function isPhone(number: string, needs: (typeof phones)[number]['needs'], context: string): boolean {
  if (needs === 'nothing') return true;
  if (phoneWord.test(context)) return !isDateOrTime(number);
  if (needs === 'phoneWord' || isDateOrTime(number) || orderWord.test(context) || orderSign.test(context)) return false;
  // The middle of a longer number that is written in groups.
  if (/\d{3}[ \u00a0-]$/.test(context)) return false;
  if (needs === 'noOrder') return true;
  const digits = number.replace(/\D/g, '').length;
  const hasParts = /\d[^\d]+\d/.test(number);
  // “2 019 234 567” is an amount from its first digit on.
  if (/\d[ \u00a0.]$/.test(context) && /^\d{3}(?:\D\d{3})*$/.test(number)) return false;
  return digits >= 7 && (hasParts || digits >= 10);
}

// Not 06.12.34.56.78, as the French write theirs.
const dates =
  /(?<!\d|\d[./-])\d{1,2}[./-] ?\d{1,2}[./-] ?(?:\d{4}|\d{2})(?!\d|[./-]\d\d[./-]\d\d(?!\d))|(?<!\d)(?:19|20)\d\d-\d\d-\d\d|^\(?0[1-9][./-](?:19|20)\d\d(?!\d)/;

function isDateOrTime(number: string): boolean {
  if (dates.test(number)) return true;
  const [, from, to] = /^(\d{4}) ?[-–] ?(\d{4})$/.exec(number) ?? [];
  return (
    from !== undefined && (Number(from) <= 2400 || /^(?:19|20)/.test(from)) && (Number(to) <= 2400 || /^(?:19|20)/.test(to ?? ''))
  );
}
