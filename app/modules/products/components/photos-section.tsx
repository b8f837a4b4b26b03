import { Form } from "@remix-run/react";
import { ArrowLeft, ArrowRight, Star, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { photoSources } from "~/kernel/picture";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { ConfirmDialog } from "~/ui/dialog";
import { Input } from "~/ui/input";
import { Photo } from "~/ui/photo";
import { UploadField } from "~/ui/upload";
import { MAX_PHOTOS, MIN_PHOTO_SIDE, type PhotoMove } from "../product";
import type { ProductEditor } from "../queries/product-editor.server";

interface PhotosSectionProps {
  product: ProductEditor;
  /** Where a file is sent. */
  uploadTo: string;
  accept: string;
  maxBytes: number;
}

/** The photos in their order, with what can be done to each, and the field for more. */
export function PhotosSection({ product, uploadTo, accept, maxBytes }: PhotosSectionProps) {
  const { t } = useTranslation("products");
  const { photos } = product;
  return (
    <div className="flex flex-col gap-5">
      {photos.length === 0 ? <p className="text-ink-muted">{t("photos.empty")}</p> : null}
      <ol className="grid gap-4 sm:grid-cols-2">
        {photos.map((photo, index) => (
          <PhotoItem
            key={photo.id}
            photo={photo}
            index={index}
            count={photos.length}
            name={product.name}
            mayEdit={product.may.edit}
          />
        ))}
      </ol>
      {!product.may.edit ? null : photos.length >= MAX_PHOTOS ? (
        <p className="text-ink-muted">{t("photos.full", { max: MAX_PHOTOS })}</p>
      ) : (
        <UploadField
          name="photo"
          action={uploadTo}
          accept={accept}
          maxBytes={maxBytes}
          multiple
          label={t("photos.upload")}
          hint={t("photos.uploadHint", { pixels: MIN_PHOTO_SIDE })}
        />
      )}
    </div>
  );
}

interface PhotoItemProps {
  photo: ProductEditor["photos"][number];
  index: number;
  count: number;
  name: string;
  mayEdit: boolean;
}

function PhotoItem({ photo, index, count, name, mayEdit }: PhotoItemProps) {
  const { t } = useTranslation("products");
  const title = t("photos.number", { number: index + 1 });
  return (
    <li className="overflow-hidden rounded-card border border-line bg-surface">
      <div className="relative">
        <Photo
          sources={photoSources(photo)}
          alt={photo.alt || `${name}, ${title}`}
          sizes="(min-width: 40rem) 22rem, 100vw"
          ratio="4/3"
          placeholderColor={photo.colour}
        />
        {index === 0 ? (
          <Badge tone="accent" className="absolute top-2.5 left-2.5 shadow-card">
            {t("photos.main")}
          </Badge>
        ) : null}
      </div>
      {mayEdit ? (
        <div className="flex flex-col gap-3 p-3.5">
          <div className="flex flex-wrap items-center gap-1">
            <MoveButton photoId={photo.id} move="earlier" label={t("photos.earlier")} disabled={index === 0}>
              <ArrowLeft aria-hidden="true" />
            </MoveButton>
            <MoveButton
              photoId={photo.id}
              move="later"
              label={t("photos.later")}
              disabled={index === count - 1}
            >
              <ArrowRight aria-hidden="true" />
            </MoveButton>
            <MoveButton photoId={photo.id} move="first" label={t("photos.makeMain")} disabled={index === 0}>
              <Star aria-hidden="true" />
            </MoveButton>
            <span className="grow" />
            <ConfirmDialog
              trigger={
                <Button variant="ghost" size="icon" aria-label={`${t("photos.delete")}: ${title}`}>
                  <Trash2 aria-hidden="true" />
                </Button>
              }
              title={t("photos.deleteTitle")}
              description={t("photos.deleteText")}
              confirmLabel={t("photos.delete")}
              tone="danger"
              fields={{ intent: "photo.delete", photoId: photo.id }}
            />
          </div>
          <AltForm photo={photo} title={title} />
        </div>
      ) : null}
    </li>
  );
}

function MoveButton(props: {
  photoId: string;
  move: PhotoMove;
  label: string;
  disabled: boolean;
  children: ReactNode;
}) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value="photo.move" />
      <input type="hidden" name="photoId" value={props.photoId} />
      <Button
        type="submit"
        name="move"
        value={props.move}
        variant="ghost"
        size="icon"
        aria-label={props.label}
        title={props.label}
        disabled={props.disabled}
      >
        {props.children}
      </Button>
    </Form>
  );
}

function AltForm({ photo, title }: { photo: { id: string; alt: string }; title: string }) {
  const { t } = useTranslation("products");
  return (
    <Form method="post" preventScrollReset className="flex flex-col gap-1.5">
      <input type="hidden" name="intent" value="photo.alt" />
      <input type="hidden" name="photoId" value={photo.id} />
      <label className="flex flex-col gap-1.5">
        <span className="font-semibold text-sm">
          {t("photos.alt")}
          <span className="sr-only"> {title}</span>
        </span>
        <span className="text-ink-muted text-xs">{t("photos.altHint")}</span>
        <Input key={photo.alt} name="alt" defaultValue={photo.alt} maxLength={200} />
      </label>
      <Button type="submit" variant="secondary" size="sm" className="self-start">
        {t("photos.altSave")}
      </Button>
    </Form>
  );
}
