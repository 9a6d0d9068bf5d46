import { readAnswer } from '../../readAnswer';
import type { RoleOf } from '../columns';
import { isDeclined } from './missing';
import { type DecimalSign, parseNumber } from './parseNumber';
import { toLabelKey } from './scaleLabels';

/** A score; `none` for somebody who declined to give one; or why the cell is none. */
export type ReadScore = { value: number } | { none: true } | { problem: 'score.notANumber' | 'score.outside' | 'score.notWhole' };

const problems = { notANumber: 'score.notANumber', offScale: 'score.outside', notWhole: 'score.notWhole' } as const;

/** No score is written longer, whatever words are beside it. What is longer is not looked at: patterns would take forever. */
const longest = 500;

/** Reads the score in a filled cell: a number, a number with words (`9 - very likely`, `4 Sterne`, `7/10`), stars, or words of the scale. */
export function parseScore(cell: string, { scale, labels }: RoleOf<'score'>, decimal: DecimalSign): ReadScore {
  if (cell.length > longest) return { problem: 'score.notANumber' };
  const key = toLabelKey(cell);
  const labelled = Object.hasOwn(labels, key) ? labels[key] : undefined;
  const value = labelled ?? readScoreNumber(cell, scale.max, decimal);
  if (value === null) return isDeclined(cell) ? { none: true } : { problem: 'score.notANumber' };
  const answer = readAnswer(scale, value);
  if (answer.kind === 'rejected') return { problem: problems[answer.reason] };
  return answer.kind === 'answer' ? { value: answer.score } : { none: true };
}

const before = /^([+-]?\d{1,3}(?:[.,]\d+)?)\s*(?:[-–—:.)=(]+\s*\D.*|\s(?:stars?|sterne?n?|points?|punkte?n?)\.?)$/is;
const behind = /^\D.*?\s*[(=:–—-]\s*(\d{1,3}(?:[.,]\d+)?)\)?$/s;
const outOf = /^(\d{1,3}(?:[.,]\d+)?)\s*(?:\/|von|out of|of|sur)\s*(\d{1,3})(?:\s*\D*)?$/i;
const stars = /^([★⭐]\ufe0f?\s*)+[☆✩]*$/u;

/** The number that a score's cell shows, whatever words are beside it; null when there is none. */
export function readScoreNumber(cell: string, max: number, decimal: DecimalSign): number | null {
  const text = cell.trim();
  const plain = parseNumber(text, decimal);
  if (plain !== null) return plain;
  if (stars.test(text)) return text.match(/[★⭐]/gu)?.length ?? null;
  const [, part, whole] = outOf.exec(text) ?? [];
  // “4/5” on a scale to 10 is another scale, and not 4.
  if (part !== undefined) return Number(whole) === max ? parseNumber(part, decimal) : null;
  const number = before.exec(text)?.[1] ?? behind.exec(text)?.[1];
  return number === undefined ? null : parseNumber(number, decimal);
}

/** The words beside a score's number: `very likely` of `9 - very likely`. Empty when there are none. */
export function wordsBesideScore(cell: string): string {
  const text = cell.trim();
  if (before.test(text)) return toLabelKey(text.replace(/^[+-]?\d{1,3}(?:[.,]\d+)?/, '').replace(/^[\s\-–—:.)=(]+|\)+$/g, ''));
  return behind.test(text) ? toLabelKey(text.replace(/[\s(=:–—-]+\d{1,3}(?:[.,]\d+)?\)?$/, '')) : '';
}
