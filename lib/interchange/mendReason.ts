import { toAnswers } from '@/lib/map/reason';
import { toRecordId } from './mendIds';

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Collections whose keys name two records, and of those the second one, a tag, is none. */
const pairs: ReadonlySet<unknown> = new Set(['stepDepartments', 'emotions']);

/** A reason of a file with ids that can be used, and its answers each once and in order. */
export function mendReason({ about, answers, aim, ...fields }: Fields): Fields {
  return {
    ...fields,
    ...(about !== undefined && { about: isFields(about) ? { ...about, id: mendKey(about.collection, about.id) } : about }),
    ...(answers !== undefined && { answers: Array.isArray(answers) ? mendAnswers(answers) : answers }),
    ...(aim !== undefined && { aim: isFields(aim) && 'personaId' in aim ? { ...aim, personaId: mendId(aim.personaId) } : aim }),
  };
}

const mendId = (id: unknown): unknown => toRecordId(id) ?? id;

function mendKey(collection: unknown, key: unknown): unknown {
  if (collection === 'meta' || typeof key !== 'string') return typeof key === 'number' ? mendId(key) : key;
  if (pairs.has(collection)) return key.split(':').map(mendId).join(':');
  if (collection !== 'cardTags') return mendId(key);
  const at = key.indexOf(':');
  return at < 0 ? key : `${mendId(key.slice(0, at))}${key.slice(at)}`;
}

/** As they will be read, when all of them can be; otherwise as they are, so that what is left out is reported. */
function mendAnswers(given: readonly unknown[]): unknown[] {
  const mended = given.map((answer) => (isFields(answer) ? { ...answer, id: mendId(answer.id) } : answer));
  const read = toAnswers(mended);
  return read.length === new Set(mended.map((answer) => JSON.stringify(answer))).size ? read : mended;
}
