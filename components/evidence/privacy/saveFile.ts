/** Hands a text that the page made to the person as a file. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers fetch it only after this moment.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
