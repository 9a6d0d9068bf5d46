/** How months are written in German, English and French; compared without case and accents, by as many letters as are given, three at least. */
const names: readonly (readonly string[])[] = [
  ['januar', 'january', 'janvier', 'jaenner', 'janner'],
  ['februar', 'february', 'fevrier', 'feber', 'fev'],
  ['marz', 'maerz', 'march', 'mars', 'mrz'],
  ['april', 'avril', 'avr'],
  ['mai', 'may'],
  ['juni', 'june', 'juin'],
  ['juli', 'july', 'juillet', 'juil'],
  ['august', 'aout'],
  ['september', 'septembre', 'sept'],
  ['oktober', 'october', 'octobre', 'okt', 'oct'],
  ['november', 'novembre'],
  ['dezember', 'december', 'decembre', 'dez', 'dec'],
];

/** The month (1–12) that a word names; null when it names none. */
export function parseMonth(word: string): number | null {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (plain.length < 3) return null;
  const index = names.findIndex((month) => month.some((name) => name.startsWith(plain)));
  return index < 0 ? null : index + 1;
}
