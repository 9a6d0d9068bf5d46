/** The windows that the top bar opens. */
export type ShellDialog =
  | 'share'
  | 'export'
  | 'shortcuts'
  | 'palette'
  | 'history'
  | 'saveVersion'
  | 'restoreVersion'
  | 'compare'
  | 'template'
  | 'signOff'
  | 'future'
  | 'contributions'
  | 'present';
