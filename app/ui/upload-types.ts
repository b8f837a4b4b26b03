import type { ReactNode } from "react";

export interface UploadFieldProps {
  name: string;
  accept?: string;
  multiple?: boolean;
  /**
   * A resource route that takes one file as multipart and answers JSON (2xx, or a problem with `detail`).
   * Without it the field only chooses files, which travel with the form around it.
   */
  action?: string;
  label: ReactNode;
  /** Above the label, instead of a picture. */
  icon?: ReactNode;
  hint?: ReactNode;
  maxBytes?: number;
  /**
   * Set where a form stands around a field with `action`. Otherwise the field brings a form of its own along, for
   * browsers without JavaScript; forms cannot be nested.
   */
  insideForm?: boolean;
  /** Further fields sent with each file. */
  fields?: Record<string, string>;
  errors?: string[];
  required?: boolean;
  /** Called with the server's JSON for each file that arrived. The page's data is read anew afterwards anyway. */
  onUploaded?: (body: unknown) => void;
  className?: string;
}
