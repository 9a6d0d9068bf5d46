/** From here on, in milliseconds, the timer shows that it is about to end. */
export const lastSeconds = 10_000;
