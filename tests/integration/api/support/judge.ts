import type { ApiProcess, Reply } from './apiProcess';
import type { Described, Description } from './description';
import { fillIn, fillInJson } from './fillIn';
import type { Asked } from './randomRequest';
import { canary, type Scene } from './scene';

/** A request as it goes out, with the scene's ids. */
export type Filled = { method: string; path: string; headers: Record<string, string>; bytes: string | Uint8Array | undefined };

export function fillRequest({ path: template }: Described, asked: Asked, scene: Scene): Filled {
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(wellFormed(fillIn(asked.params[name] ?? '', scene))),
  );
  const query = new URLSearchParams(asked.query.map(([name, value]) => [name, fillIn(value, scene)]));
  const json = asked.json === undefined ? undefined : JSON.stringify(fillInJson(asked.json, scene));
  return {
    method: asked.method,
    path: asked.query.length > 0 ? `${path}?${query}` : path,
    headers: asked.headers,
    bytes: asked.raw ?? json,
  };
}

/** Halves of surrogate pairs cannot be put into an address. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\ufffd');

export function send(api: ApiProcess, { method, path, headers, bytes }: Filled, token: string | undefined): Promise<Reply> {
  return api.call(method, path, { token, headers, ...(bytes === undefined ? {} : { raw: bytes }) });
}

/** Whether every part of a request is as the operation is described. */
export function isAsDescribed(description: Description, described: Described, asked: Asked, scene: Scene): boolean {
  const { operation } = described;
  const query = asked.query.map(([name, value]): [string, string] => [name, fillIn(value, scene)]);
  const takesQuery = operation.parameters.some((parameter) => parameter.in === 'query');
  if (takesQuery && query.some(([, value]) => value.includes('\u0000'))) return false;
  // Given twice, the last one counts; names are as they are written, whatever they mean to an object.
  const last = new Map(query);
  for (const { name, in: place, required } of operation.parameters) {
    const value =
      place === 'path'
        ? fillIn(asked.params[name] ?? '', scene)
        : place === 'query'
          ? last.get(name)
          : Object.entries(asked.headers).find(([header]) => header.toLowerCase() === name.toLowerCase())?.[1];
    if (value === undefined ? required : !description.isValidParameter(described, name, value)) return false;
  }
  return isBodyAsDescribed(description, described, asked, scene);
}

function isBodyAsDescribed(description: Description, described: Described, asked: Asked, scene: Scene): boolean {
  const body = described.operation.requestBody;
  if (!body) return true;
  const given = asked.raw ?? (asked.json === undefined ? '' : JSON.stringify(fillInJson(asked.json, scene)));
  if (given.length === 0 && !body.required) return true;
  const type = (asked.headers['Content-Type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const content = body.content[type];
  if (!content) return false;
  if (!content.schema) return true;
  let value: unknown;
  try {
    const text = typeof given === 'string' ? given : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(given);
    // The byte order mark is no part of JSON; that it is passed over is a courtesy.
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return false;
  }
  return description.isValidBody(described, value);
}

/** What must hold of every answer, whoever asked for whatever: what does not, in sentences. */
export function faultsOf(
  description: Description,
  described: Described,
  reply: Reply,
  scene: Scene,
  isStranger = false,
): string[] {
  const faults = description.contradictions(described, reply);
  if (reply.status >= 500) faults.push(`a defect: ${reply.status}`);
  const told = `${JSON.stringify(reply.headers)}\n${reply.text}`;
  const secrets = isStranger
    ? Object.entries(scene.ids).filter(([name]) => name.endsWith('Id'))
    : [
        ...Object.entries(scene.foreign).filter(([name]) => name.endsWith('Id')),
        ['marker', canary],
        ['marker', canary.toLowerCase()],
      ];
  for (const [name, secret] of secrets) {
    if (secret && told.includes(secret)) faults.push(`tells of another workspace: ${name} ${secret} in ${told.slice(0, 500)}`);
  }
  return faults;
}
