import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import type { Env } from '@/lib/env';

/** One message: plain text, for links in a sentence need no more. */
export type Mail = { to: string; subject: string; text: string };

type Running = { env: Pick<Env, 'SMTP_URL' | 'MAIL_FROM'>; log: Pick<Logger, 'warn'> };

function senderOf(env: Running['env'], smtp: URL): string {
  if (env.MAIL_FROM !== undefined) return env.MAIL_FROM;
  const user = decodeURIComponent(smtp.username);
  return user.includes('@') ? user : `wegmarke@${smtp.hostname}`;
}

/**
 * Sends a message by SMTP. False when mail is not configured or the mail server did not take it: the link it carries is shown anyway,
 * so nothing fails. The log line names no address.
 */
export async function sendMail({ env, log }: Running, mail: Mail): Promise<boolean> {
  if (env.SMTP_URL === undefined) return false;
  const transport = createTransport({
    url: env.SMTP_URL,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  try {
    await transport.sendMail({ ...mail, from: senderOf(env, new URL(env.SMTP_URL)) });
    return true;
  } catch (error) {
    const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
    log.warn({ code, responseCode }, 'a mail could not be sent');
    return false;
  } finally {
    transport.close();
  }
}
