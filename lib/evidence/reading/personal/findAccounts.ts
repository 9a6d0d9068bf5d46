import type { PersonalFinding } from './personalFinding';

/** How many characters an IBAN has, by country (ISO 13616 registry: Europe and its neighbours). */
const ibanLengths: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BY28 CH21 CY28 CZ24 DE22 DK18 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 ' +
    'HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PS29 PT25 ' +
    'QA29 RO24 RS22 SA24 SE24 SI19 SK24 SM27 TN24 TR26 UA29 VA22 XK20'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** Finds account numbers (IBAN) whose check digits are right, with or without blanks in them. */
export function findIbans(text: string): PersonalFinding[] {
  const findings: PersonalFinding[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?=[ \u00a0-]?[a-z0-9])/giu)) {
    const end = ibanEnd(text, match.index);
    if (end !== null) findings.push({ kind: 'iban', start: match.index, end });
  }
  return findings;
}

function ibanEnd(text: string, start: number): number | null {
  const length = ibanLengths[text.slice(start, start + 2).toUpperCase()];
  if (length === undefined) return null;
  let iban = '';
  let at = start;
  for (; iban.length < length; at++) {
    const character = text[at] ?? '';
    if (/[a-z0-9]/i.test(character)) iban += character.toUpperCase();
    else if (!/[ \u00a0-]/.test(character)) return null;
  }
  return !/^[\p{L}\p{N}]/u.test(text.slice(at)) && hasIbanCheck(iban) ? at : null;
}

/** ISO 7064, modulo 97: the first four characters behind the rest, letters as two digits. */
function hasIbanCheck(iban: string): boolean {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    for (const digit of Number.parseInt(character, 36).toString()) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

/** Beginnings and lengths of the cards that people pay with. */
const cards = /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]|2[2-7])\d{14}|3[47]\d{13}|3[068]\d{12}|6\d{15,18})$/;

/** Finds numbers of payment cards whose check digit is right. */
export function findCards(text: string): PersonalFinding[] {
  const findings: PersonalFinding[] = [];
  for (const { 0: number, index } of text.matchAll(/(?<![\p{L}\p{N}.,-])\d(?:[ \u00a0-]?\d){12,18}(?![\p{L}\p{N}])/gu)) {
    const digits = number.replace(/\D/g, '');
    if (cards.test(digits) && hasLuhnCheck(digits)) findings.push({ kind: 'card', start: index, end: index + number.length });
  }
  return findings;
}

/** Luhn: from the right, every second digit twice, its digits added. */
function hasLuhnCheck(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const weighed = index % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
