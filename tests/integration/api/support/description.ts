import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenApi, Operation } from '@/lib/api/description/openApi';
import type { JsonSchema } from '@/lib/api/description/schemaComponents';
import type { Reply } from './apiProcess';

/** An operation of the description with where it stands. */
export type Described = { method: string; path: string; operation: Operation };

const pointerPart = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** The description of the API, as programs use it: to know what can be asked, and to check what is answered. */
export class Description {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(readonly document: OpenApi) {
    addFormats.default(this.ajv);
    this.ajv.addSchema(document, 'api');
  }

  /** All operations, in their order. */
  get operations(): Described[] {
    return Object.entries(this.document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
    );
  }

  operation(id: string): Described {
    const found = this.operations.find(({ operation }) => operation.operationId === id);
    if (!found) throw new Error(`There is no operation ${id}.`);
    return found;
  }

  resolve(schema: JsonSchema): JsonSchema {
    if (typeof schema.$ref !== 'string') return schema;
    const name = schema.$ref.split('/').at(-1) ?? '';
    return this.resolve((this.document.components.schemas as Record<string, JsonSchema>)[name] ?? {});
  }

  /** What of a value contradicts the schema at this place of the document; empty when nothing does. */
  complaints(place: string[], value: unknown): string[] {
    const pointer = ['', ...place.map((key) => encodeURIComponent(pointerPart(key)))].join('/');
    let validate = this.compiled.get(pointer);
    if (!validate) {
      validate = this.ajv.compile({ $ref: `api#${pointer}` });
      this.compiled.set(pointer, validate);
    }
    return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  }

  /** Whether a body is one that the description allows. */
  isValidBody({ method, path }: Described, value: unknown): boolean {
    return (
      this.complaints(['paths', path, method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema'], value)
        .length === 0
    );
  }

  /** Whether a parameter's text is one that the description allows. */
  isValidParameter({ method, path, operation }: Described, name: string, text: string): boolean {
    const index = operation.parameters.findIndex((parameter) => parameter.name === name);
    const schema = this.resolve(operation.parameters[index]?.schema ?? {});
    const value = toParameterValue(schema, text);
    return this.complaints(['paths', path, method.toLowerCase(), 'parameters', String(index), 'schema'], value).length === 0;
  }

  /** Everything in an answer that the description does not say; empty when it is as described. */
  contradictions({ method, path, operation }: Described, reply: Reply): string[] {
    const described = operation.responses[reply.status];
    if (!described) return [`the status ${reply.status} is not described: ${reply.text.slice(0, 300)}`];
    const found: string[] = [];
    const type = String(reply.headers['content-type'] ?? '').split(';', 1)[0] ?? '';
    const content = described.content?.[type];
    if (!described.content) {
      if (reply.body.length > 0) found.push(`a body with ${reply.status}`);
    } else if (!content) found.push(`the media type “${type}” is not described for ${reply.status}`);
    else if (content.schema) {
      const place = ['paths', path, method.toLowerCase(), 'responses', String(reply.status), 'content', type, 'schema'];
      found.push(...this.complaints(place, reply.json).map((complaint) => `${complaint} in ${reply.text.slice(0, 300)}`));
    }
    if (reply.status >= 400) found.push(...this.contradictionsOfProblem(reply));
    else {
      for (const name of Object.keys(described.headers ?? {})) {
        const isOptional = name.startsWith('X-Export') || name.startsWith('RateLimit');
        if (!isOptional && reply.headers[name.toLowerCase()] === undefined) found.push(`the header ${name} is missing`);
      }
    }
    return found;
  }

  private contradictionsOfProblem({ status, headers, json }: Reply): string[] {
    const found: string[] = [];
    if (json.status !== status) found.push(`the problem says ${json.status}`);
    if (status === 401 && headers['www-authenticate'] === undefined) found.push('no WWW-Authenticate');
    if (status === 429 && !/^[1-9]\d*$/.test(String(headers['retry-after']))) found.push('no Retry-After');
    // A sentence that could not be made is shown as its key.
    if (typeof json.detail !== 'string' || !/^[^.]+ /.test(json.detail)) found.push(`no sentence: ${json.detail}`);
    return found;
  }
}

/** What the text of a parameter says, by its schema. */
function toParameterValue({ type }: JsonSchema, text: string): unknown {
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (type === 'integer' || type === 'number') return text.trim() === '' ? text : Number(text);
  return text;
}
