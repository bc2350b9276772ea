import { picture } from './picture.js';

const drawn = /(?<=^```mermaid\n)[\s\S]*?(?=^```)/m;

/**
 * The page with the picture of the package as it is.
 *
 * @param page The page as it was, with a picture in it.
 * @param root Folder of the package.
 */
export function pageWithPicture(page: string, root: string): string {
  return page.replace(drawn, picture(root));
}
