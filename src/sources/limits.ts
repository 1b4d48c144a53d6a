/** The longest postings seen are 24 KB; a line or posting of 8 MB is another thing than a posting, and would cost every later step its memory. */
export const postingBytes = 8 * 1024 * 1024;

/** A whole board has to be parsed at once. The largest board seen is 3 MB, with 230 postings; this leaves room for one a hundred times as large, in some 1 GB of memory. */
export const fileBytes = 256 * 1024 * 1024;

/** Enough of a file to tell its format and its columns. */
export const headBytes = 65_536;
