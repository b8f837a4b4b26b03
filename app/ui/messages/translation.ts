/**
 * The shape of a translation of `Source` (the Indonesian texts): every key is there and none besides, except the
 * plural forms that Indonesian does not have (`clicks_one` beside `clicks_other`).
 */
export type Translation<Source> = {
  [Key in keyof Source]: Source[Key] extends string ? string : Translation<Source[Key]>;
} & {
  [Key in keyof Source as Key extends `${infer Base}_other` ? `${Base}_one` : never]?: string;
};
