/** Settings of this browser; where storage is switched off they last until the page is closed. */
const kept = new Map<string, string>();

export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(`chancery.${name}`) ?? undefined;
  } catch {
    return kept.get(name);
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`chancery.${name}`, value);
  } catch {
    kept.set(name, value);
  }
}
