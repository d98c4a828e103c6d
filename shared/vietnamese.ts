// Folding of Vietnamese text for search, filters and the comparison of names.

/**
 * Text as people type it without tone marks: NFC or NFD alike, lower case, đ -> d, no marks, single spaces.
 * `fold('Đường Hoà Bình') === 'duong hoa binh'`; hoà and hòa fold alike.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether each word of `query` begins some word of `text`, both folded. An empty query matches everything. */
export function matchesFolded(text: string, query: string): boolean {
  const words = fold(text).split(/[^\p{L}\p{N}.]+/u);
  return fold(query)
    .split(/[^\p{L}\p{N}.]+/u)
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
}
