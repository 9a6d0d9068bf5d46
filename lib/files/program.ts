import { endingOf } from './fileName';

/** Endings of files that a double click runs, on one system or another. */
const programEndings = new Set(
  [
    'exe com bat cmd ps1 psm1 scr pif msi msp msix appx cpl dll sys drv vbs vbe js jse mjs wsf wsh hta jar lnk url scf reg inf msc gadget application',
    'app command pkg dmg workflow scpt applescript sh bash zsh csh ksh run bin elf so deb rpm appimage snap flatpak desktop apk ipa xpi crx iso img vhd vhdx chm',
    'docm dotm xlsm xltm xlam pptm potm ppam ppsm sldm',
  ].flatMap((line) => line.split(' ')),
);

const programStarts = [
  'MZ',
  '\u007fELF',
  '#!',
  '\u00fe\u00ed\u00fa\u00ce',
  '\u00fe\u00ed\u00fa\u00cf',
  '\u00ce\u00fa\u00ed\u00fe',
  '\u00cf\u00fa\u00ed\u00fe',
  '\u00ca\u00fe\u00ba\u00be',
];

/** Whether a file is a program, a script or a document with macros: by its name, or by its first bytes whatever its name is. */
export function isProgram(name: string, bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  return programEndings.has(endingOf(name)) || programStarts.some((program) => start.startsWith(program));
}
