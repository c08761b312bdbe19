/** Marks the operation in sight in the menu, and closes the menu of a phone after a choice. */
export function startMenu(menu: HTMLElement | null): void {
  if (!menu) return;
  menu.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a") && menu.matches(":popover-open")) menu.hidePopover();
  });
  const links = new Map(
    [...menu.querySelectorAll("a")].map((link) => [decodeURIComponent(link.hash.slice(1)), link] as const),
  );
  const articles = [...document.querySelectorAll<HTMLElement>("article.operation")];
  const inSight = new Set<Element>();
  const mark = () => {
    const present = articles.find((article) => inSight.has(article));
    for (const [id, link] of links) {
      const isPresent = id === present?.getAttribute("aria-labelledby");
      if (isPresent === link.hasAttribute("aria-current")) continue;
      if (!isPresent) {
        link.removeAttribute("aria-current");
        continue;
      }
      link.setAttribute("aria-current", "true");
      const { top, bottom } = link.getBoundingClientRect();
      const frame = menu.getBoundingClientRect();
      if (top < frame.top || bottom > frame.bottom) menu.scrollTop += top - frame.top - frame.height / 2;
    }
  };
  // The line below the header decides.
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) inSight.add(target);
        else inSight.delete(target);
      }
      mark();
    },
    { rootMargin: "-20% 0px -75% 0px" },
  );
  for (const article of articles) observer.observe(article);
}
