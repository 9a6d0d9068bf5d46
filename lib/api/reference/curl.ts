/** One request that works, as the description's example says it. `{name}` in values stands for an id of the reader's own. */
export type ExampleRequest = {
  method: string;
  path: string;
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  body: unknown;
  /** The media type of a file that is sent, instead of a body. */
  file: string | null;
  /** The name under which the answer is kept, when it is a file. */
  output: string | null;
  needsToken: boolean;
};

const toVariable = (name: string): string => `$${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
const placeholder = /\{(\w+)\}/g;

function addressOf({ path, params, query }: ExampleRequest, server: string): string {
  const filled = path.replace(placeholder, (whole, name: string) => params[name] ?? whole);
  const search = Object.entries(query).map(([key, value]) => `${key}=${value}`);
  const address = `${server}/api/v1${filled}${search.length > 0 ? `?${search.join('&')}` : ''}`;
  return address.replace(placeholder, (_, name: string) => toVariable(name));
}

/** JSON inside single quotes of a shell; a placeholder leaves them for a moment. */
function toShellJson(body: unknown): string {
  const json = JSON.stringify(body, null, 2).replaceAll("'", String.raw`'\''`);
  return json.replace(/"\{(\w+)\}"/g, (_, name: string) => `"'${toVariable(name)}'"`);
}

/** The request as a command for a POSIX shell. */
export function toCurl(request: ExampleRequest, server: string): string {
  const { method, body, file, output, needsToken } = request;
  const parts = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}"${addressOf(request, server)}"`,
    ...(needsToken ? ['-H "Authorization: Bearer $WEGMARKE_TOKEN"'] : []),
    ...(file === null ? [] : [`-H "Content-Type: ${file}"`, '--data-binary @journey.mmd']),
    ...(body === undefined ? [] : ['-H "Content-Type: application/json"', `-d '${toShellJson(body)}'`]),
    ...(output === null ? [] : [`-o ${output}`]),
  ];
  return parts.join(' \\\n  ');
}
