/** The notes of the bell: when each is struck, in seconds, and how high it is, in hertz. A major chord, upwards, twice. */
const strokes = [0, 1.6].flatMap((begin) => [
  { at: begin, pitch: 523.25 },
  { at: begin + 0.28, pitch: 659.25 },
  { at: begin + 0.56, pitch: 783.99 },
]);
/** A struck bar sounds with an overtone at about four times its pitch, which fades sooner. */
const partials = [
  { ratio: 1, loudness: 0.22, seconds: 1.5 },
  { ratio: 4, loudness: 0.05, seconds: 0.5 },
];

/** Strikes a gentle bell. It is made here from sine waves: no file is fetched. */
export function ringBell(audio: BaseAudioContext): void {
  for (const { at, pitch } of strokes) {
    for (const { ratio, loudness, seconds } of partials) {
      const begin = audio.currentTime + 0.02 + at;
      const wave = audio.createOscillator();
      const gain = audio.createGain();
      wave.frequency.value = pitch * ratio;
      gain.gain.setValueAtTime(0.0001, begin);
      gain.gain.exponentialRampToValueAtTime(loudness, begin + 0.015);
      gain.gain.exponentialRampToValueAtTime(0.0001, begin + seconds);
      wave.connect(gain).connect(audio.destination);
      wave.start(begin);
      wave.stop(begin + seconds + 0.05);
    }
  }
}
