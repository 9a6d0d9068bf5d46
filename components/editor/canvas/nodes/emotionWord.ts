export type EmotionWord = 'veryBad' | 'bad' | 'neutral' | 'good' | 'veryGood';

/** The word nearest to an emotion: whole numbers have one each. */
export function emotionWord(value: number): EmotionWord {
  const words: EmotionWord[] = ['veryBad', 'bad', 'neutral', 'good', 'veryGood'];
  return words[Math.min(4, Math.max(0, Math.round(value) + 2))] ?? 'neutral';
}
