import { useForm as useConformForm } from "@conform-to/react";
import { useDebugValue } from "react";

/**
 * Conform's `useForm`, for every form here.
 *
 * Conform notes at each render which errors are read, by the fields below too, and tells only about those. But React
 * may run a component and then leave its children as they are (a state set to what it was: `useTranslation` does so
 * after hydration). Then the notes are cleared, the fields do not read again, and the first faulty submit shows
 * nothing. Reading all errors here makes the form's own component hear of every one.
 */
export const useForm: typeof useConformForm = (options) => {
  const [form, fields] = useConformForm(options);
  useDebugValue(form.allErrors);
  return [form, fields];
};
