import { z } from 'zod';
import { cardPartPositionSchema } from './attachment';
import { idSchema } from './id';
import { deletedAtSchema } from './text';

/** Longest address of a link. */
export const maxAddressLength = 2000;

/** http, https and mailto only: an address that runs something is no link. */
export const linkAddressSchema = z
  .string()
  .max(maxAddressLength)
  .regex(/^(?:https?:\/\/|mailto:)[!-~\u00a1-\uffff]+$/);

/** A link on a card. Without a label its host stands for it. */
export const cardLinkSchema = z.object({
  id: idSchema,
  pos: cardPartPositionSchema,
  address: linkAddressSchema,
  label: z.string().max(200).default(''),
  deletedAt: deletedAtSchema,
});
export type CardLink = z.infer<typeof cardLinkSchema>;

const protocols = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address as it may be opened; null when it is none, or of another protocol. Asked when a link is written and again wherever one is shown:
 * a document is written by others, too. `example.org/page` is taken for https, an e-mail address for mailto.
 */
export function toLinkAddress(given: string): string | null {
  const text = given.trim();
  const complete = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/:@]+:\d+(?:[/?#]|$)/.test(text) ? text : completed(text);
  if (complete === null || !URL.canParse(complete)) return null;
  const { protocol, href, hostname } = new URL(complete);
  if (!protocols.has(protocol) || (protocol !== 'mailto:' && hostname === '')) return null;
  return linkAddressSchema.safeParse(href).success ? href : null;
}

function completed(text: string): string | null {
  if (/^[^\s@/:?#]+@[^\s@/:?#]+\.[^\s@/:?#]+$/.test(text)) return `mailto:${text}`;
  return /^[^\s/:?#@]+\.[^\s/:?#@]{2,}(?::\d+)?(?:[/?#]\S*)?$/.test(text) ? `https://${text}` : null;
}

/** Where a link leads, in short: the host without `www.`, or the e-mail address. */
export function hostOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.protocol === 'mailto:') return decoded(url.pathname);
  return url.hostname.replace(/^www\./, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The words of a link: its label, else where it leads. */
export function linkWords({ label, address }: Pick<CardLink, 'label' | 'address'>): string {
  const said = label.trim();
  return said === '' ? hostOf(address) : said;
}
