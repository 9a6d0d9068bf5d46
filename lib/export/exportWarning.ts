/** What the person who exports should know. `paper` (`a4` … `a0`) is the smallest on which the text can be read, if there is one. */
export type ExportWarning = { code: 'textTooSmall'; points: number; paper: string | null };
