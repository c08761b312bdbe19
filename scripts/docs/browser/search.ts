import { goTo } from "./links.ts";

interface Entry {
  id: string;
  name: string;
  /** Where it is: the route of an operation, the body of a field. */
  place: string;
  /** Lower case: everything to search in. */
  text: string;
}

const shownResults = 30;

/**
 * Starts the search over operations and fields, a combobox with a list:
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox
 */
export function startSearch(input: HTMLInputElement, list: HTMLElement, status: HTMLElement): void {
  let entries: Entry[] | undefined;
  let selected = -1;
  const options = () => [...list.children] as HTMLElement[];

  const close = () => {
    list.hidden = true;
    list.replaceChildren();
    status.textContent = "";
    input.ariaExpanded = "false";
    input.removeAttribute("aria-activedescendant");
  };
  const select = (index: number) => {
    const all = options();
    selected = all.length === 0 ? -1 : (index + all.length) % all.length;
    for (const [position, option] of all.entries()) option.ariaSelected = String(position === selected);
    const option = all[selected];
    if (!option) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };
  const update = () => {
    const query = input.value.trim().toLowerCase();
    if (query === "") return close();
    entries ??= readEntries();
    const found = search(entries, query);
    list.replaceChildren(...found.slice(0, shownResults).map(createOption));
    list.hidden = found.length === 0;
    input.ariaExpanded = String(found.length > 0);
    status.textContent = found.length === 0 ? "No results" : `${found.length} results`;
    select(0);
  };
  const choose = (option: HTMLElement | undefined) => {
    if (!option) return;
    close();
    input.blur();
    goTo(option.dataset.target ?? "");
  };

  input.addEventListener("input", update);
  input.addEventListener("focus", update);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const { key } = event;
    if (key === "ArrowDown") select(selected + 1);
    else if (key === "ArrowUp") select(selected - 1);
    else if (key === "Enter") choose(options()[selected]);
    else if (key === "Escape") {
      input.value = "";
      close();
    } else return;
    event.preventDefault();
  });
  // Before the input loses the focus.
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    choose((event.target as Element).closest<HTMLElement>("[role=option]") ?? undefined);
  });
  addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, target } = event;
    const isEditing = target instanceof Element && target.matches("input, textarea, select");
    if (!((key === "/" && !isEditing) || (key === "k" && (ctrlKey || metaKey)))) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

function readEntries(): Entry[] {
  const operations = [...document.querySelectorAll<HTMLElement>("article.operation")].map((article) => {
    const [title, route] = ["h2", ".route"].map((part) => article.querySelector<HTMLElement>(part)?.textContent ?? "");
    return createEntry(article.querySelector("h2")?.id, title, (route ?? "").replace(/\s+Try it$/, "").trim());
  });
  const fields = [...document.querySelectorAll<HTMLElement>(".fields li")].map((field) => {
    const list = field.closest(".fields:not(.fields .fields)");
    const description = field.querySelector(":scope > p:not(.field)")?.textContent ?? "";
    return createEntry(field.id, field.querySelector("code")?.textContent ?? "", list?.ariaLabel ?? "", description);
  });
  return [...operations, ...fields];
}

function createEntry(id = "", name = "", place = "", more = ""): Entry {
  return { id, name, place, text: `${name} ${place} ${more}`.toLowerCase() };
}

/** Returns the entries with all words of the query, those first that have it in their name's last part. */
function search(entries: readonly Entry[], query: string): Entry[] {
  const words = query.split(/\s+/);
  const rank = ({ name }: Entry) => {
    const lower = name.toLowerCase();
    if (lower === query) return 0;
    if (lower.startsWith(query)) return 1;
    return lower.slice(lower.lastIndexOf(".") + 1).includes(query) ? 2 : lower.includes(query) ? 3 : 4;
  };
  return entries
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map((entry) => ({ entry, rank: rank(entry) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

function createOption({ id, name, place }: Entry, index: number): HTMLElement {
  const option = document.createElement("div");
  option.role = "option";
  option.id = `result-${index}`;
  option.dataset.target = id;
  const small = document.createElement("small");
  small.textContent = place;
  option.append(name, small);
  return option;
}
