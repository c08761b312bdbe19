/** The script that `npm start` adds to the page: it reloads the page after a rebuild, or shows why the rebuild failed. */
const { events = "" } = (document.currentScript as HTMLScriptElement).dataset;
const panelId = "live-problems";

const source = new EventSource(events);
source.addEventListener("rebuilt", () => location.reload());
source.addEventListener("problems", ({ data }) => showProblems(JSON.parse(data)));

function showProblems(text: string): void {
  document.getElementById(panelId)?.remove();
  const panel = document.createElement("div");
  panel.id = panelId;
  panel.setAttribute("role", "alert");
  const title = document.createElement("p");
  title.textContent = "The spec has problems. This page shows the last good version.";
  const list = document.createElement("pre");
  list.textContent = text;
  list.tabIndex = 0;
  panel.append(title, list);
  Object.assign(panel.style, {
    position: "sticky",
    top: "0",
    zIndex: "1000",
    maxHeight: "60vh",
    overflow: "auto",
    padding: "0.5rem 1rem",
    background: "#5c0f14",
    color: "#ffffff",
  });
  list.style.whiteSpace = "pre-wrap";
  document.body.prepend(panel);
}
