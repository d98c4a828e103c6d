/** Asks the device for files; nothing where its person thinks better of it. */
export function pickFiles(accept: string, multiple = true): Promise<File[]> {
  return new Promise((resolve) => {
    const input = Object.assign(document.createElement('input'), { type: 'file', multiple, accept });
    input.style.display = 'none';
    const end = () => {
      input.remove();
      resolve([...(input.files ?? [])]);
    };
    input.addEventListener('change', end);
    input.addEventListener('cancel', end);
    // Some phones forget an input that is nowhere.
    document.body.append(input);
    input.click();
  });
}
