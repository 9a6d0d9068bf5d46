import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/lib/i18n/locale';
import type { ThingName } from '@/lib/map/diff/namesOf';
import { knownChannels } from '@/lib/map/touchpoint';
import { quoted } from './diffSentence';
import type { DifferenceMessages } from './fieldWords';

/** What a thing is called in a sentence: its own words in quotation marks, else its kind of lane or its channel. */
export function makeThingName(locale: Locale, messages: DifferenceMessages): (name: ThingName) => string {
  const names = createTranslator({ locale, messages, namespace: 'compare' });
  const canvas = createTranslator({ locale, messages, namespace: 'canvas' });
  return ({ text, laneKind, channel }) => {
    if (text !== '') return quoted.test(text) ? text : names('name', { name: text });
    if (laneKind !== undefined) return names('name', { name: canvas(`laneKind.${laneKind}`) });
    const known = knownChannels.find((one) => one === channel);
    if (channel !== undefined) return names('name', { name: known ? canvas(`channel.${known}`) : channel });
    return names('nameless');
  };
}
