import type { LaneKind } from '../lane';
import { type KnownChannel, knownChannels } from '../touchpoint';

/** What people call the lanes, in both languages: the interface's own words, and what stands in spreadsheets. In lower case. */
const laneNames: Record<Exclude<LaneKind, 'custom'>, readonly string[]> = {
  doing: ['tun', 'handeln', 'handlung', 'handlungen', 'aktivität', 'aktivitäten', 'doing', 'action', 'actions', 'activities'],
  thinking: ['denken', 'gedanken', 'thinking', 'thoughts'],
  feeling: ['fühlen', 'gefühl', 'gefühle', 'emotion', 'emotionen', 'feeling', 'feelings', 'emotions'],
  touchpoints: [
    'berührungspunkt',
    'berührungspunkte',
    'kontaktpunkte',
    'kanal',
    'kanäle',
    'touchpoint',
    'touchpoints',
    'channels',
  ],
  painPoints: ['schmerzpunkt', 'schmerzpunkte', 'probleme', 'pain point', 'pain points', 'pains', 'problems'],
  opportunities: ['chance', 'chancen', 'ideen', 'opportunity', 'opportunities', 'ideas'],
  upstreamCause: ['ursache stromaufwärts', 'ursache', 'ursachen', 'upstream cause', 'upstream causes', 'cause', 'causes'],
  frontstage: ['im kontakt (frontstage)', 'im kontakt', 'frontstage', 'front stage'],
  backstage: ['hinter den kulissen (backstage)', 'hinter den kulissen', 'backstage', 'back stage'],
  support: ['unterstützung', 'systeme', 'support', 'systems', 'support processes'],
  evidence: ['belege', 'beleg', 'evidence'],
};

const emotionNames = [
  'gefühl',
  'gefühle',
  'gefühlskurve',
  'emotion',
  'emotionen',
  'emotions',
  'emotion curve',
  'feeling',
  'feelings',
];

const channelNames: Record<KnownChannel, readonly string[]> = {
  phone: ['telefon', 'hotline', 'phone', 'telephone'],
  web: ['website', 'webseite', 'web'],
  app: ['app'],
  email: ['e-mail', 'email', 'mail'],
  mail: ['post', 'brief', 'letter'],
  shop: ['filiale', 'laden', 'shop', 'store'],
  chat: ['chat'],
  social: ['soziale medien', 'social media'],
  visit: ['besuch vor ort', 'on-site visit', 'visit'],
  other: ['sonstiges', 'other'],
};

/** A name as names are compared: without case, blanks and a colon at its end. */
export function toComparable(name: string): string {
  return name
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\s*:\s*$/, '')
    .trim();
}

/** The kind of lane that has this name, in German or English; null when none has. */
export function findLaneKind(name: string): LaneKind | null {
  const wanted = toComparable(name);
  const found = Object.entries(laneNames).find(([, names]) => names.includes(wanted));
  return found ? (found[0] as LaneKind) : null;
}

/** Whether a row of this name may hold the curve: “Gefühl”, “Emotion”. `of` is whose: “Emotion: Karl”; empty when it does not say. */
export function readEmotionName(name: string): { of: string } | null {
  const wanted = toComparable(name);
  if (emotionNames.includes(wanted)) return { of: '' };
  for (const known of emotionNames) {
    const [, of = ''] = wanted.startsWith(known) ? (/^\s*[\s:–—-]\s*\(?(.+?)\)?$/.exec(wanted.slice(known.length)) ?? []) : [];
    if (of !== '') return { of };
  }
  return null;
}

/** The channel that has this name, in German or English; null when none has. */
export function findChannel(name: string): KnownChannel | null {
  const wanted = toComparable(name);
  return knownChannels.find((channel) => channelNames[channel].includes(wanted)) ?? null;
}
