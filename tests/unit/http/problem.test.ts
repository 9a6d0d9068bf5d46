import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppError, errorCodes } from '@/lib/errors';
import { problemResponse, sentenceOf, toProblem } from '@/lib/http/problem';
import { locales } from '@/lib/i18n/locale';
import { messagesOf } from '@/lib/i18n/translator';

function* sources(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (name === 'generated') continue;
    if (statSync(file).isDirectory()) yield* sources(file);
    else if (/\.tsx?$/.test(name)) yield file;
  }
}

describe('problems', () => {
  test.each(locales)('every code has a title and a sentence in %s', (locale) => {
    for (const code of errorCodes) {
      const { title, detail, status } = toProblem(new AppError(code, 'x'), locale);
      expect(title.length).toBeGreaterThan(3);
      expect(detail).toMatch(/[.!]$/);
      expect(status).toBeGreaterThanOrEqual(400);
    }
  });

  test.each(locales)('every messageKey in the sources has a sentence in %s', (locale) => {
    const known = new Set(Object.keys(messagesOf(locale).errors));
    const missing = [...sources('lib'), ...sources('app')].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/messageKey:[^'\n]*'([^']+)'(?:\s*:\s*'([^']+)')?/g)]
        .flatMap((match) => [match[1], match[2]])
        .filter((key) => key !== undefined && !known.has(key))
        .map((key) => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  test.each(locales)('a defect is answered with a reference to the log in %s', (locale) => {
    const problem = toProblem(new Error('password=hunter2'), locale, 'abcdefgh1234');
    expect(problem).toMatchObject({ reason: 'unexpected', instance: 'urn:wegmarke:request:abcdefgh1234' });
    expect(problem.detail).toContain(': abcdefgh1234.');
    expect(toProblem(new AppError('notFound', 'x'), locale, 'abcdefgh1234').detail).not.toContain('abcdefgh1234');
  });

  test('what is not ours is answered generically and tells nothing', () => {
    const problem = toProblem(new Error('password=hunter2'), 'en');
    expect(problem).toMatchObject({ status: 500, code: 'unexpected' });
    expect(JSON.stringify(problem)).not.toContain('hunter2');
  });

  test('a key without a sentence falls back to its code’s', () => {
    const sentence = sentenceOf(new AppError('notFound', 'x', { messageKey: 'noSuchKey' }), 'en');
    expect(sentence).toBe(sentenceOf(new AppError('notFound', 'x'), 'en'));
  });

  test('says when to try again, and what was wrong', async () => {
    const busy = problemResponse(new AppError('tooMany', 'x', { retryAfter: 61.2 }), 'de');
    expect(busy.status).toBe(429);
    expect(busy.headers.get('Retry-After')).toBe('62');
    const invalid = new AppError('invalid', 'x', { details: [{ path: 'name', message: 'Too long' }] });
    expect(await problemResponse(invalid, 'en').json()).toMatchObject({ errors: [{ path: 'name', message: 'Too long' }] });
  });
});
