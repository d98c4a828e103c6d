// What someone has begun to write, kept on this device until it is sent. Sign-out wipes it with everything under `dinh.`.
const key = (name: string) => `dinh.draft.${name}`;

export function readDraft<T extends object>(name: string): Partial<T> | null {
  try {
    return JSON.parse(localStorage.getItem(key(name)) ?? 'null') as Partial<T> | null;
  } catch {
    return null;
  }
}

/** A full or closed store only costs the draft. */
export function keepDraft(name: string, draft: object): void {
  try {
    localStorage.setItem(key(name), JSON.stringify(draft));
  } catch {
    return;
  }
}

export function dropDraft(name: string): void {
  try {
    localStorage.removeItem(key(name));
  } catch {
    return;
  }
}
