type Fields = Readonly<Record<string, unknown>>;
/** Takes one cell of a record: the column's name, the cell, and what to call the column when its name is only an id. */
export type PutCell = (name: string, cell: string, label?: string) => void;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** Deeper than this, what is nested stays JSON. */
const deepest = 6;

/**
 * Lays a JSON object out as cells: `person.name` for what is nested, lists of plain values joined by semicolons, and the answers of a list
 * of questions each as a column of its question.
 */
export function flattenRecord(record: Fields, put: PutCell): void {
  for (const [name, value] of Object.entries(record)) flatten(name, value, put, 1);
}

function flatten(name: string, value: unknown, put: PutCell, depth: number): void {
  if (isScalar(value)) put(name, toCell(value));
  else if (Array.isArray(value)) flattenList(name, value, put, depth);
  else if (depth >= deepest) put(name, JSON.stringify(value));
  else for (const [key, part] of Object.entries(value as Fields)) flatten(`${name}.${key}`, part, put, depth + 1);
}

function flattenList(name: string, list: readonly unknown[], put: PutCell, depth: number): void {
  if (list.every(isScalar)) {
    put(name, list.map(toCell).join('; '));
    return;
  }
  for (const [index, item] of list.entries()) {
    const answer = isFields(item) ? readAnswer(item) : null;
    if (answer) put(`${name}.${answer.question}`, answer.text, answer.label);
    else if (depth >= deepest) put(`${name}.${index + 1}`, JSON.stringify(item));
    else flatten(`${name}.${index + 1}`, item, put, depth + 1);
  }
}

const toCell = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** `{ question: { id, text }, value }`, as survey tools write what was answered beside the score. */
function readAnswer({ question, value }: Fields): { question: string; label?: string; text: string } | null {
  if (!isFields(question) || value === undefined) return null;
  const { id, text } = question;
  const name = id ?? text;
  if (typeof name !== 'string' && typeof name !== 'number') return null;
  return { question: String(name), ...(typeof text === 'string' ? { label: text } : {}), text: answerText(value) };
}

/** What was answered: the value itself, the text of what was chosen, or the only thing that it wraps. */
function answerText(value: unknown): string {
  if (isScalar(value)) return toCell(value);
  if (Array.isArray(value)) return value.map(answerText).join('; ');
  const fields = value as Fields;
  if (isScalar(fields.text) && fields.text !== undefined) return toCell(fields.text);
  const parts = Object.values(fields);
  return parts.length === 1 ? answerText(parts[0]) : JSON.stringify(value);
}
