import { afterEach, expect, test } from 'vitest';
import * as invitations from '@/app/api/workspaces/[workspaceId]/invitations/route';
import * as resetLink from '@/app/api/workspaces/[workspaceId]/members/[userId]/reset-link/route';
import { callRoute } from '../../builders/callRoute';
import { type MailServer, startMailServer } from '../../builders/mailServer';
import { addMember, addPerson, addWorkspace } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

let mail: MailServer;
let server: TestRuntime;
afterEach(async () => {
  mail.close();
  await server.stop();
});

/** The text of a message, whichever way the mail was encoded. */
function textOf(message: string | undefined): string {
  const [head = '', ...body] = (message ?? '').split('\n\n');
  const text = body.join('\n\n');
  if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8');
  return Buffer.from(
    text.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
}

async function inviteSomebody(language = 'de') {
  const owner = await addPerson(server.running, 'Olga');
  const workspaceId = await addWorkspace(server.running, owner, 'Kundenservice');
  const params = { workspaceId };
  const body = { email: 'neu@example.org', role: 'editor' };
  const headers = { 'Accept-Language': language };
  const response = await callRoute(invitations.POST, { method: 'POST', params, cookie: owner.cookie, body, headers });
  return { owner, workspaceId, answer: (await response.json()) as { url: string; mailed: boolean } };
}

test('invitations and reset links are mailed, in the language of whoever makes them', async () => {
  mail = await startMailServer();
  server = await startTestRuntime({
    SMTP_URL: mail.url,
    MAIL_FROM: 'Wegmarke <maps@example.org>',
    PUBLIC_URL: 'https://maps.example.org',
  });
  const { owner, workspaceId, answer } = await inviteSomebody();
  expect(answer.mailed).toBe(true);
  expect(answer.url).toMatch(/^https:\/\/maps\.example\.org\/invitation\//);
  expect(mail.messages[0]).toMatch(/^From: Wegmarke <maps@example\.org>$/m);
  expect(mail.messages[0]).toMatch(/^To: neu@example\.org$/m);
  expect(textOf(mail.messages[0])).toContain(answer.url);
  expect(textOf(mail.messages[0])).toContain('Olga lädt Sie ein, im Arbeitsbereich „Kundenservice“');

  const member = await addPerson(server.running, 'Max');
  await addMember(server.running, workspaceId, member, 'editor');
  const params = { workspaceId, userId: member.actor.userId };
  const response = await callRoute(resetLink.POST, { method: 'POST', params, cookie: owner.cookie });
  const { url, mailed } = (await response.json()) as { url: string; mailed: boolean };
  expect(mailed).toBe(true);
  expect(mail.messages[1]).toContain(`To: ${member.email}`);
  expect(textOf(mail.messages[1])).toContain(url);
  expect(textOf(mail.messages[1])).toContain('Until you use it, your current password stays valid.');
});

test('a mail server that refuses fails nothing: the link is shown, and the log names nobody', async () => {
  mail = await startMailServer({ refuses: true });
  server = await startTestRuntime({ SMTP_URL: mail.url });
  const { answer } = await inviteSomebody();
  expect(answer.mailed).toBe(false);
  expect(answer.url).toContain('/invitation/');
  const log = server.logged.join('');
  expect(log).toContain('a mail could not be sent');
  expect(log).not.toContain('neu@example.org');
});
