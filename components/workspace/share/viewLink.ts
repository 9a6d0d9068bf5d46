import { z } from 'zod';
import { siteSchema } from '@/lib/http/site';
import type { NewLink } from './mapLink';

/** A view link as the server tells it. `embedUrl` is null for a link that no other site may frame. */
export const viewLinkSchema = z.object({
  id: z.string(),
  label: z.string(),
  url: z.string(),
  embedUrl: z.string().nullable(),
  embedSites: z.array(z.string()),
  hasPassword: z.boolean(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
});
export type ViewLink = z.infer<typeof viewLinkSchema>;

export const viewLinksSchema = z.object({ viewLinks: z.array(viewLinkSchema) }).transform(({ viewLinks }) => viewLinks);

/** What a new link is made of. */
export type NewViewLink = NewLink & { password: string | null; embeddable: boolean; embedSites: string[] };

/** A name or address, with or without a port and a path. */
const sitePattern = /^(https?:\/\/)?[^\s/:@?#[\]]+(:\d+)?(\/\S*)?$/i;

/** The sites in a typed text, separated by blanks or commas, or null when one of them is none. A name alone is taken for https. */
export function readSites(text: string): string[] | null {
  const sites = text.split(/[\s,;]+/).filter(Boolean);
  const origins = sites.map((site) => {
    if (!sitePattern.test(site)) return null;
    const address = /^https?:\/\//i.test(site) ? site : `https://${site}`;
    return URL.canParse(address) ? (siteSchema.safeParse(new URL(address).origin).data ?? null) : null;
  });
  return origins.every((origin) => origin !== null) ? origins : null;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What another site puts into its page. */
export function embedCode(address: string, title: string): string {
  const toHtml = (text: string): string => text.replace(/[&<>"]/g, (char) => entities[char] ?? char);
  return `<iframe src="${toHtml(address)}" title="${toHtml(title)}" width="100%" height="640" style="border:0" loading="lazy" allow="fullscreen"></iframe>`;
}
