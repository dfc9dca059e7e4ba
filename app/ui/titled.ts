/** The title of the browser's tab. */
export function titled(page: string): string {
  return `${page} · Vel Tutor`;
}
