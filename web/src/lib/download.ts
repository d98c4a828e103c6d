/** Gives a file that was made here to its person: shared where the phone can and they were asked so, otherwise saved. */
export function download(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A name that every file system takes: folded, with hyphens. */
export const fileName = (folded: string, ending: string) =>
  `${
    folded
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'dinh'
  }.${ending}`;
