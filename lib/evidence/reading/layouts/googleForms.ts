import { type Layout, personal, question, written } from './layout';

/** How the first column is called in the languages of Google Forms. */
const timestamp =
  /^(timestamp|zeitstempel|horodateur|marca temporal|informazioni cronologiche|tijdstempel|carimbo de data\/hora|sygnatura czasowa|tidsstämpel|tidsstempel|aikaleima)$/i;

const email = /^(email( address)?|e-mail(-adresse|adres)?|adresse e-mail|username|nutzername|nom d'utilisateur)$/i;

/** Google Forms: when, then the questions as they were asked, the same one twice perhaps. */
export const googleForms: Layout = {
  // With another tool's usual columns beside it, a timestamp in front is that tool's.
  recognise: ([names]) =>
    timestamp.test(names?.[0]?.trim() ?? '') &&
    (names?.length ?? 0) > 1 &&
    !names?.some((name) => /(^|[\s_])id$/i.test(name.trim()))
      ? 1
      : null,
  roleOf: ({ name }, index) => (index === 0 ? written : email.test(name) ? personal('email') : question),
};
