import type { ReadingProblem, RemarkKey } from '../readingProblem';
import { cleanHeader } from './cleanHeader';

/** What the header rows say of a column: by which name it is known, and what it is called where the name is only a code. */
export type ColumnHeader = { name: string; label: string };

const longestName = 400;

/** The letter or letters by which spreadsheets know a column: A, B, … Z, AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** Headers of files without a known layout: one row of names, or a row of questions with one of their parts below. */
export function combineHeaderRows(rows: readonly (readonly string[])[]): ColumnHeader[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const [questions = [], ...below] = rows.map((row) => row.map(cleanHeader));
  let question = '';
  return Array.from({ length: width }, (_, index) => {
    const own = questions[index] ?? '';
    // A question stands above the first of its columns only. In a single row an empty cell is just that.
    question = own !== '' || below.length === 0 ? own : question;
    const parts = below.map((row) => row[index] ?? '').filter((part) => part !== '' && part !== question);
    const name = [question, ...parts].filter((part) => part !== '').join(' – ');
    return { name, label: name };
  });
}

/** Gives every column a name of its own: its letter where it has none, a number behind it where another one has the same. */
export function makeNamesUnique(headers: readonly ColumnHeader[]): {
  headers: ColumnHeader[];
  remarks: ReadingProblem<RemarkKey>[];
} {
  const remarks: ReadingProblem<RemarkKey>[] = [];
  const taken = new Set<string>();
  const unique = headers.map(({ name: given, label }, index) => {
    const base = given.slice(0, longestName) || `(${columnLetters(index)})`;
    let name = base;
    for (let number = 2; taken.has(name); number++) name = `${base} (${number})`;
    taken.add(name);
    if (given === '') remarks.push({ key: 'columns.nameMissing', column: name, values: { name } });
    else if (name !== base) remarks.push({ key: 'columns.nameTwice', column: name, values: { given: base.slice(0, 80), name } });
    return { name, label: (label || name).slice(0, 2000) };
  });
  return { headers: unique, remarks };
}
