import { vi } from 'vitest';

/** What a command of the terminal returns, with everything that it prints meanwhile: both streams in the order of writing. */
export async function captureOutput<Result>(run: () => Promise<Result>): Promise<{ result: Result; output: string }> {
  let output = '';
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      output += String(chunk);
      return true;
    }),
  );
  try {
    const result = await run();
    return { result, output };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
