import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type Provider from 'oidc-provider';
import type { InteractionResults } from 'oidc-provider';

const page = (title: string, form: string) => `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<h1>${title}</h1><form method="post">${form}<button name="answer" value="cancel">Cancel</button></form></html>`;

const loginPage = page(
  'Sign in at the company',
  '<label>User <input name="login" autofocus></label><button name="answer" value="go">Sign in</button>',
);
const consentPage = page('Let Wegmarke know who you are?', '<button name="answer" value="go">Allow</button>');

/** Says yes to everything that the client asks for. */
async function grant(provider: Provider, interaction: Awaited<ReturnType<Provider['interactionDetails']>>): Promise<string> {
  const { params, session, prompt, grantId } = interaction;
  const known = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  const given = known ?? new provider.Grant({ accountId: session?.accountId, clientId: String(params.client_id) });
  const { missingOIDCScope: scopes, missingOIDCClaims: claims } = prompt.details as Record<string, string[] | undefined>;
  if (scopes) given.addOIDCScope(scopes.join(' '));
  if (claims) given.addOIDCClaims(claims);
  return given.save();
}

/** The provider's own pages: who is there, and whether the client may know. Whoever has an account gets in by its name. */
export async function answerInteraction(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const interaction = await provider.interactionDetails(request, response);
  const isLogin = interaction.prompt.name === 'login';
  if (request.method !== 'POST') {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(isLogin ? loginPage : consentPage);
    return;
  }
  const form = new URLSearchParams(await text(request));
  let result: InteractionResults;
  if (form.get('answer') === 'cancel') result = { error: 'access_denied', error_description: 'The person said no.' };
  else if (isLogin) result = { login: { accountId: form.get('login') ?? '' } };
  else result = { consent: { grantId: await grant(provider, interaction) } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: !isLogin });
}
