import { isLoopback } from "../../../../src/client/base-url.ts";
import { findSyntaxError, type WrongPlace } from "./locate.ts";

/** The content of a console's form. */
export interface SendForm {
  baseUrl: string;
  /** Empty if not set. */
  key: string;
  /** Undefined if the operation takes no body. */
  body: unknown;
  /** By location, as the client takes them. */
  params: { path: Record<string, string>; query: Record<string, string>; header: Record<string, string> };
  /** Status to ask the mock for; empty for the documented success. */
  prefer: string;
}

/** Reads the form; returns the wrong place if its body is not JSON. */
export function readForm(form: HTMLFormElement): SendForm | WrongPlace {
  const control = (name: string) => form.querySelector<HTMLInputElement>(`[name="${name}"]`);
  const params: SendForm["params"] = { path: {}, query: {}, header: {} };
  for (const input of form.querySelectorAll<HTMLInputElement>("[data-parameter]")) {
    const { in: place = "", parameter = "" } = input.dataset;
    if (input.value !== "" && place in params) params[place as keyof SendForm["params"]][parameter] = input.value;
  }
  const text = control("body")?.value;
  const wrong = text === undefined ? undefined : findSyntaxError(text);
  if (wrong) return wrong;
  const baseUrl = control("baseUrl")?.value.trim() ?? "";
  return {
    baseUrl,
    key: control("key")?.value.trim() ?? "",
    body: text === undefined ? undefined : JSON.parse(text),
    params,
    prefer: isLocal(baseUrl) ? (control("prefer")?.value ?? "") : "",
  };
}

/** Whether the mock may listen there: on this machine. */
export function isLocal(baseUrl: string): boolean {
  return URL.canParse(baseUrl) && isLoopback(new URL(baseUrl));
}
