import { nameTimes } from "./times";

type Told = {
  fileName: string;
  uploadedAt: Date;
  /** When the file says that it was made and saved. */
  savedAt: readonly Date[];
  /** The latest time that a row of the file tells. */
  latest: Date | null;
};

/**
 * When the marketplace knew what a file says: what the name tells to the minute, else when the workbook says that it
 * was made, else when it was brought. What lies in the future is no time of export, nor is a workbook's time before
 * something that stands in it. The latest time in the file is none either: earlier orders can be exported later.
 */
export function exportTime({ fileName, uploadedAt, savedAt, latest }: Told): Date {
  const { exportedAt } = nameTimes(fileName);
  if (exportedAt && exportedAt < uploadedAt) return exportedAt;
  const [made] = savedAt
    .filter((time) => time < uploadedAt && latest !== null && time >= latest)
    .sort((a, b) => a.getTime() - b.getTime());
  return made ?? uploadedAt;
}
