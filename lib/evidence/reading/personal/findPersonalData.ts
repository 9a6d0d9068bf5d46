import { findCards, findIbans } from './findAccounts';
import { findPhones } from './findPhones';
import type { PersonalFinding } from './personalFinding';

const emails = [
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/gu,
  // As people write it who do not want to be read by machines: name (at) firm.example, name[at]firm[dot]example.
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64} ?[[({] ?(?:at|ät) ?[\])}] ?(?:[\p{L}\p{N}-]{1,63}(?:\.| ?[[({] ?(?:dot|punkt) ?[\])}] ?)){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/giu,
];

const findEmails = (text: string): PersonalFinding[] =>
  emails.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: address, index }) => ({
      kind: 'email' as const,
      start: index,
      end: index + address.length,
    })),
  );

/**
 * Finds e-mail addresses, telephone numbers, IBANs and card numbers in a text, in order and without overlap. What has check digits counts
 * only when they are right.
 */
export function findPersonalData(text: string): PersonalFinding[] {
  // Nothing of the kind comes without an “at” or some digits in a row.
  const hasAt = /@|[[({] ?(?:at|ät)/i.test(text);
  const hasDigits = /\d(?:[^\d\n]{0,3}\d){5}/.test(text);
  const found = [
    ...(hasAt ? findEmails(text) : []),
    ...(hasDigits ? [...findIbans(text), ...findCards(text), ...findPhones(text)] : []),
  ];
  const kept: PersonalFinding[] = [];
  for (const finding of found) {
    if (!kept.some(({ start, end }) => finding.start < end && start < finding.end)) kept.push(finding);
  }
  return kept.sort((one, other) => one.start - other.start);
}

/** What stands for personal data where nothing else is said: a sign that needs no translation. */
export const usualMask = '▇▇▇';

/** The text without its personal data, and what was found, at its places in the text as it was. */
export function maskPersonalData(
  text: string,
  maskOf: (finding: PersonalFinding) => string = () => usualMask,
): { text: string; findings: PersonalFinding[] } {
  const findings = findPersonalData(text);
  if (findings.length === 0) return { text, findings };
  let masked = '';
  let at = 0;
  for (const finding of findings) {
    masked += text.slice(at, finding.start) + maskOf(finding);
    at = finding.end;
  }
  return { text: masked + text.slice(at), findings };
}
