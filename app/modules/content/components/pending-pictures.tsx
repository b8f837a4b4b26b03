import { useFetcher } from "@remix-run/react";
import { Copy, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Photo } from "~/ui/photo";
import { UploadField } from "~/ui/upload";
import { type DraftPicture, draftPictureSources, MAX_DRAFT_IMAGES } from "../draft-media";

type PendingPicturesProps = {
  pictures: DraftPicture[];
  /** Where a picture is sent. */
  uploadTo: string;
  accept: string;
  maxBytes: number;
  /** The newest version, when it has pictures that could be used again. */
  reusable: { number: number; count: number } | null;
};

/** The pictures of the draft that is being made: adding, taking out, using those of the last version again. */
export function PendingPictures({ pictures, uploadTo, accept, maxBytes, reusable }: PendingPicturesProps) {
  const { t } = useTranslation("content");
  const room = MAX_DRAFT_IMAGES - pictures.length;
  return (
    <div className="flex flex-col gap-4">
      {pictures.length > 0 ? (
        <ul className="grid grid-cols-3 gap-2.5 sm:grid-cols-4">
          {pictures.map((picture, index) => (
            <PendingPicture key={picture.id} picture={picture} number={index + 1} />
          ))}
        </ul>
      ) : null}
      {reusable && reusable.count <= room ? <CarryButton number={reusable.number} /> : null}
      {room > 0 ? (
        <UploadField
          name="file"
          accept={accept}
          multiple
          action={uploadTo}
          label={t("draft.pictures")}
          hint={t("draft.picturesHint", { max: MAX_DRAFT_IMAGES })}
          maxBytes={maxBytes}
        />
      ) : null}
    </div>
  );
}

function PendingPicture({ picture, number }: { picture: DraftPicture; number: number }) {
  const { t } = useTranslation("content");
  const fetcher = useFetcher();
  if (fetcher.formData) return null;
  return (
    <li className="relative">
      <Photo
        sources={draftPictureSources(picture)}
        alt={t("draft.pictureAlt", { number })}
        sizes="(min-width: 40rem) 10rem, 30vw"
        ratio="1/1"
        placeholderColor={picture.colour}
        className="rounded-control"
      />
      <fetcher.Form method="post" className="absolute top-1 right-1">
        <input type="hidden" name="intent" value="removePicture" />
        <input type="hidden" name="mediaId" value={picture.id} />
        <Button
          type="submit"
          size="icon"
          variant="secondary"
          aria-label={t("draft.remove", { number })}
          className="rounded-full"
        >
          <X aria-hidden="true" />
        </Button>
      </fetcher.Form>
    </li>
  );
}

function CarryButton({ number }: { number: number }) {
  const { t } = useTranslation("content");
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="intent" value="carryPictures" />
      <Button
        type="submit"
        variant="secondary"
        pending={fetcher.state !== "idle"}
        icon={<Copy aria-hidden="true" />}
        className="w-full sm:w-auto"
      >
        {t("draft.carry", { number })}
      </Button>
    </fetcher.Form>
  );
}
