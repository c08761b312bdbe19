/** A request as a console's form gives it. */
export interface SendForm {
  baseUrl: string;
  /** Empty where none is given. */
  key: string;
  /** Undefined where the operation takes none. */
  body: unknown;
  /** By place, as the client takes them. */
  params: { path: Record<string, string>; query: Record<string, string>; header: Record<string, string> };
}

/** What stands in the form; a text where that cannot be sent, saying why. */
export function readForm(form: HTMLFormElement): SendForm | string {
  const field = (name: string) =>
    form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)?.value.trim();
  const baseUrl = field("baseUrl") ?? "";
  if (!URL.canParse(baseUrl)) return "The base URL is no URL: write it as http://127.0.0.1:4010.";
  const params: SendForm["params"] = { path: {}, query: {}, header: {} };
  for (const input of form.querySelectorAll<HTMLInputElement>("[data-parameter]")) {
    const { in: place = "", parameter = "" } = input.dataset;
    if (input.value !== "" && place in params) params[place as keyof SendForm["params"]][parameter] = input.value;
  }
  const text = field("body");
  try {
    return { baseUrl, key: field("key") ?? "", body: text === undefined ? undefined : JSON.parse(text), params };
  } catch (error) {
    return `The body is no JSON: ${(error as Error).message}`;
  }
}
