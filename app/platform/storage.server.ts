import { createReadStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { env } from "./env.server";

/** Where a key lives on disk. Keys are made by us; the check keeps a forged one inside the folder all the same. */
function fileOf(key: string): string {
  if (!/^[a-z0-9][a-z0-9/_.-]{0,200}$/i.test(key) || key.includes("..")) {
    throw new AppError("not_found", `not a storage key: ${key}`);
  }
  return path.join(env().GAUNG_HOME, "storage", key);
}

/** Stores bytes under a key; whole or not at all (written beside and renamed). */
export async function putFile(key: string, bytes: Uint8Array): Promise<void> {
  const file = fileOf(key);
  await mkdir(path.dirname(file), { recursive: true });
  const partial = `${file}.${newId()}.part`;
  await writeFile(partial, bytes, { flush: true });
  await rename(partial, file);
}

/** Opens a stored file. @throws AppError `not_found`. */
export async function openFile(key: string): Promise<{ size: number; stream: NodeJS.ReadableStream }> {
  const file = fileOf(key);
  try {
    const { size } = await stat(file);
    return { size, stream: createReadStream(file) };
  } catch (cause) {
    throw new AppError("not_found", `no stored file ${key}`, { cause });
  }
}

/** Deletes a stored file or folder; one that is not there is as good as deleted. */
export async function deleteFile(key: string): Promise<void> {
  await rm(fileOf(key), { recursive: true, force: true });
}

/**
 * Where a stored file lies on this machine, for readers that jump about in it (zip archives are read from their end).
 * @throws AppError `not_found` for a key that is none
 */
export function localPath(key: string): string {
  return fileOf(key);
}

/** Stores what `write` puts into the file that it is given; whole or not at all. */
export async function putStream(key: string, write: (partial: string) => Promise<void>): Promise<void> {
  const file = fileOf(key);
  await mkdir(path.dirname(file), { recursive: true });
  const partial = `${file}.${newId()}.part`;
  try {
    await write(partial);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/**
 * Keys of files in a folder that were last written before a time, half-written ones included: for sweeping up after
 * processes that died.
 */
export async function filesBefore(folder: string, time: Date): Promise<string[]> {
  const names = await readdir(fileOf(folder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const keys: string[] = [];
  for (const name of names) {
    const { mtime } = await stat(path.join(fileOf(folder), name));
    if (mtime < time) keys.push(`${folder}/${name}`);
  }
  return keys;
}
