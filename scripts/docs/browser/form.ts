/** The content of a console's form. */
export interface SendForm {
  baseUrl: string;
  /** Empty if not set. */
  key: string;
  /** Undefined if the operation takes no body. */
  body: unknown;
  /** By location, as the client takes them. */
  params: { path: Record<string, string>; query: Record<string, string>; header: Record<string, string> };
}

/** Reads the form; returns a message if its content cannot be sent. */
export function readForm(form: HTMLFormElement): SendForm | string {
  const field = (name: string) =>
    form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)?.value.trim();
  const baseUrl = field("baseUrl") ?? "";
  if (!URL.canParse(baseUrl)) return "The base URL is invalid. Example: http://127.0.0.1:4010.";
  const params: SendForm["params"] = { path: {}, query: {}, header: {} };
  for (const input of form.querySelectorAll<HTMLInputElement>("[data-parameter]")) {
    const { in: place = "", parameter = "" } = input.dataset;
    if (input.value !== "" && place in params) params[place as keyof SendForm["params"]][parameter] = input.value;
  }
  const text = field("body");
  try {
    return { baseUrl, key: field("key") ?? "", body: text === undefined ? undefined : JSON.parse(text), params };
  } catch (error) {
    return `The body is not JSON: ${(error as Error).message}`;
  }
}
