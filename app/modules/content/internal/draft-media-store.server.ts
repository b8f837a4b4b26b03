import { buffer } from "node:stream/consumers";
import { RENDITION_FORMATS } from "~/platform/images.server";
import { randomToken } from "~/platform/secrets.server";
import { deleteFile, openFile, putFile } from "~/platform/storage.server";

/** Copies all renditions of a stored picture under a new key: each row owns its files, so deleting one harms none. */
export async function copyPicture(picture: { storageKey: string; widths: number[] }): Promise<string> {
  const copy = `draft/${randomToken()}`;
  try {
    for (const width of picture.widths) {
      for (const format of RENDITION_FORMATS) {
        const { stream } = await openFile(`${picture.storageKey}/${width}.${format}`);
        await putFile(`${copy}/${width}.${format}`, await buffer(stream));
      }
    }
  } catch (error) {
    await deleteFile(copy);
    throw error;
  }
  return copy;
}
