import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { MapRow } from '@/lib/data/maps';
import { updateUser } from '@/lib/data/users';
import type { SignOffDetail } from '@/lib/signOffs/signOffAnswer';
import { ApiClient } from '../../builders/apiClient';
import { type MailServer, startMailServer } from '../../builders/mailServer';
import { addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

let server: TestRuntime;
let mails: MailServer;
let people: Record<'olga' | 'vera' | 'carl', Person>;
let map: MapRow;
beforeAll(async () => {
  mails = await startMailServer();
  server = await startTestRuntime({ SMTP_URL: mails.url, PUBLIC_URL: 'https://maps.example.org' });
});
beforeEach(async () => {
  const { running } = server;
  people = {
    olga: await addPerson(running, 'Olga'),
    vera: await addPerson(running, 'Vera'),
    carl: await addPerson(running, 'Carl'),
  };
  const workspaceId = await addWorkspace(running, people.olga);
  await addMember(running, workspaceId, people.vera, 'viewer');
  await addMember(running, workspaceId, people.carl, 'commenter');
  await updateUser(running.database, people.carl.actor.userId, { locale: 'de' });
  map = await addMap(running, workspaceId);
  mails.messages.length = 0;
});
afterAll(async () => {
  await server.stop();
  mails.close();
});

/** The message as it was read, without what transport put into it. */
const plain = (mail: string): string => {
  const text = mail
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1').toString('utf8');
};
const mailsTo = ({ email }: Person): string[] => mails.messages.filter((mail) => mail.includes(`To: ${email}`)).map(plain);

test('mail tells who is asked, of an objection, of the baseline, and of a withdrawal, each in their language and nobody of what they did themselves', async () => {
  const { olga, vera, carl } = people;
  const of = (person: Person) => ApiClient.of(server.running, person);
  const clients = { olga: await of(olga), vera: await of(vera), carl: await of(carl) };
  const path = `/maps/${map.id}/sign-offs`;
  const signers = [olga, vera, carl].map(({ actor }) => ({ userId: actor.userId }));
  const putUp = (body = {}) =>
    clients.olga.json<SignOffDetail>('POST', path, { body: { signers, note: 'Bitte ansehen', ...body }, status: 201 });
  const decide = (by: 'olga' | 'vera' | 'carl', id: string, body: object) =>
    clients[by].json('POST', `${path}/${id}/decision`, { body });

  const first = await putUp();
  await vi.waitFor(() => expect(mails.messages).toHaveLength(2));
  expect(mailsTo(vera)[0]).toContain(`https://maps.example.org/maps/${map.id}?version=1`);
  expect(mailsTo(vera)[0]).toContain('Olga asks you to look at version 1');
  expect(mailsTo(vera)[0]).toContain('Bitte ansehen');
  expect(mailsTo(carl)[0]).toContain('Olga bittet Sie, Version 1');

  await decide('vera', first.id, { decision: 'objected', reason: 'The reminder is missing' });
  await vi.waitFor(() => expect(mailsTo(olga)).toHaveLength(1));
  expect(mailsTo(olga)[0]).toContain('The reminder is missing');
  await clients.olga.json('POST', `${path}/${first.id}/withdraw`, { body: { reason: 'Vera is right' } });
  await vi.waitFor(() => expect(mailsTo(carl)).toHaveLength(2));
  expect(mailsTo(carl)[1]).toContain('Vera is right');

  const second = await putUp();
  await vi.waitFor(() => expect(mailsTo(carl)).toHaveLength(3));
  for (const by of ['olga', 'vera', 'carl'] as const) await decide(by, second.id, { decision: 'signed' });
  await vi.waitFor(() => expect(mailsTo(olga)).toHaveLength(2));
  expect(mailsTo(olga)[1]).toContain('It is a baseline now');
  // Whoever signed last knows.
  expect(mailsTo(carl)).toHaveLength(3);
});
