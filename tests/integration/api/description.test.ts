import { readdirSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { allEndpoints } from '@/lib/api/allEndpoints';
import { serveDescribedApi } from './support/described';
import type { Scene } from './support/scene';

const server = serveDescribedApi();

/** A value of an example with real ids in place of the names in braces. */
function fill<Value>(value: Value, ids: Record<string, string>): Value {
  const filled = JSON.stringify(value ?? null).replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids[name];
    if (id === undefined)
      throw new Error(`No example can name {${name}} before tests/integration/api/support/scene.ts makes one.`);
    return id;
  });
  return JSON.parse(filled) as Value;
}

describe('the description', () => {
  test('is an OpenAPI 3.1 document', async () => {
    const { description } = server;
    const validator = new Validator();
    const result = await validator.validate(description.document);
    expect(result).toMatchObject({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  test('is readable without a token, and every operation, parameter and field that has a schema can be checked by it', () => {
    const { description } = server;
    for (const { method, path, operation } of description.operations) {
      const place = ['paths', path, method.toLowerCase()];
      for (const index of operation.parameters.keys()) {
        description.complaints([...place, 'parameters', String(index), 'schema'], '');
      }
      for (const name of path.matchAll(/\{(\w+)\}/g)) {
        expect(operation.parameters).toContainEqual(expect.objectContaining({ name: name[1], in: 'path', required: true }));
      }
    }
    const ids = description.operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('and the routes agree: one handler answers every described path, and nothing else is there', async () => {
    const { api, description } = server;
    expect(readdirSync('app/api/v1').sort()).toEqual(['[...path]', 'openapi.json']);
    for (const path of Object.keys(description.document.paths)) {
      const reply = await api.call('PUT', path.replaceAll(/\{\w+\}/g, 'x'));
      const allowed = description.operations.filter((each) => each.path === path).map(({ method }) => method);
      expect([path, reply.status, reply.headers.allow]).toEqual([path, 405, allowed.join(', ')]);
    }
    expect((await api.call('GET', '/undescribed')).status).toBe(404);
  });
});

describe('the example of', () => {
  /** As nothing has changed it yet. */
  let fresh: Scene | undefined;

  test.each(allEndpoints.map((endpoint) => [endpoint.id, endpoint] as const))('%s works', async (id, endpoint) => {
    const { api, description } = server;
    const { example, path } = endpoint;
    if (!example) throw new Error(`${id} has no example.`);
    const described = description.operation(id);
    const scene = fresh ?? (await api.scene());
    fresh = endpoint.method === 'GET' ? scene : undefined;
    const { params = {}, query = {}, body } = fill(example, scene.ids);
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = params[name];
      if (value === undefined) throw new Error(`The example of ${id} leaves out ${name}.`);
      return encodeURIComponent(value);
    });
    for (const [name, value] of [...Object.entries(params), ...Object.entries(query)]) {
      expect([name, value, description.isValidParameter(described, name, value)]).toEqual([name, value, true]);
    }
    const search = Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : '';
    if (body !== undefined && endpoint.body?.kind === 'json') {
      expect(description.isValidBody(described, body), 'the example’s body is as described').toBe(true);
    }
    const sent =
      endpoint.body && endpoint.body.kind !== 'json'
        ? {
            raw: typeof body === 'string' ? body : JSON.stringify(body),
            headers: { 'Content-Type': mediaTypeOf(endpoint.body, body) },
          }
        : body === undefined
          ? {}
          : { body };
    const reply = await api.call(endpoint.method, address + search, { token: scene.tokens.write, ...sent });
    expect(description.contradictions(described, reply)).toEqual([]);
    // What is signed works by no token, and is tried with signatures elsewhere (evidence/push.test.ts).
    if (endpoint.access === 'none' && endpoint.body) return expect(reply.status).toBe(401);
    expect([reply.status, reply.status === endpoint.answer.status ? '' : reply.text]).toEqual([endpoint.answer.status, '']);

    // What everybody else is answered is as described, too, and never what the owner was.
    for (const token of [undefined, scene.tokens.expired, scene.tokens.revoked, 'wgm_wrong', scene.tokens.stranger]) {
      const other = await api.call(endpoint.method, address + search, { token, ...sent });
      expect(description.contradictions(described, other)).toEqual([]);
      if (token !== scene.tokens.stranger && endpoint.access !== 'none') expect(other.status).toBe(401);
      if (token === scene.tokens.stranger && path.includes('{')) expect(other.status).toBe(404);
    }
  });
});

function mediaTypeOf(body: { mediaTypes: readonly string[] }, example: unknown): string {
  const json = body.mediaTypes.find((type) => type.includes('json'));
  const text = body.mediaTypes.find((type) => type.includes('mermaid') || type === 'text/plain');
  return (typeof example === 'string' ? (text ?? json) : json) ?? body.mediaTypes[0] ?? '';
}
