/**
 * Makes the next piece while the one before is being used, so that reading and writing do not wait for each other.
 * Pieces are used one at a time and in order; of two errors that of using goes first, and nothing is under way any
 * more when this ends.
 */
export async function oneAhead<Piece>(
  pieces: AsyncIterable<Piece>,
  use: (piece: Piece) => Promise<void>,
): Promise<void> {
  let using: Promise<void> = Promise.resolve();
  try {
    for await (const piece of pieces) {
      await using;
      using = use(piece);
      using.catch(() => {}); // thrown by the `await` that comes next
    }
  } finally {
    await using;
  }
}
