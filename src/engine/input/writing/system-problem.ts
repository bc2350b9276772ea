/** What the errors of writing mean that users meet, by their code. */
const meanings: Readonly<Record<string, string>> = {
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than is allowed',
  EROFS: 'the file system is read-only',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'that is a folder',
  ENOTDIR: 'a file stands where a folder should',
  EBUSY: 'it is mounted by itself, and can only be written with its folder',
};

/** What the system says about a file that it can't write, in words with the code; undefined for any other error. */
export function systemProblem(error: unknown): string | undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (!(error instanceof Error) || typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code))
    return undefined;
  const meaning = meanings[code];
  return meaning === undefined ? code : `${meaning} (${code})`;
}
