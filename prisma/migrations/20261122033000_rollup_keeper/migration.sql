-- Sketches stay in the memory of the process that folds, and are written every few seconds. Until then the deltas that
-- went into them are kept, so that a process which takes over can add them again.
ALTER TABLE "click_delta" ADD COLUMN "folded" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "rollup_keeper" (
    "id" SMALLINT NOT NULL,
    "keeper" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rollup_keeper_pkey" PRIMARY KEY ("id")
);
