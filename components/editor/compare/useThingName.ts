import { useTranslations } from 'use-intl';
import type { ThingName } from '@/lib/map/diff/namesOf';
import { knownChannels } from '@/lib/map/touchpoint';
import { quoted } from '@/lib/versions/diffSentence';

/** What a thing is called in a sentence: its own words in quotation marks, else its kind of lane or its channel. */
export function useThingName(): (name: ThingName) => string {
  const names = useTranslations('compare');
  const canvas = useTranslations('canvas');
  return ({ text, laneKind, channel }) => {
    if (text !== '') return quoted.test(text) ? text : names('name', { name: text });
    if (laneKind !== undefined) return names('name', { name: canvas(`laneKind.${laneKind}`) });
    const known = knownChannels.find((one) => one === channel);
    if (channel !== undefined) return names('name', { name: known ? canvas(`channel.${known}`) : channel });
    return names('nameless');
  };
}
