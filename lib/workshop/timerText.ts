/** What is left of a timer as it is read: `4:05`, from an hour on `1:04:05`. The second that has begun counts in full, so 0:00 means that it is over. */
export function timerText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1_000);
  const two = (part: number): string => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
