// What a script adds for readers. Every page reads and works without it.

const root = document.documentElement;

// Marginal notes, where the margin is too narrow for them: a name in the text
// opens its note under the paragraph, closes it again, and gets the focus back.
function notes() {
  let opener = null;

  const noteOf = (link) => {
    const entry = document.getElementById(link.hash.slice(1));
    return entry ? entry.closest(".mn") : null;
  };
  const inMargin = (note) => getComputedStyle(note.querySelector(".close")).display === "none";
  const close = (note) => {
    note.classList.remove("open");
    if (opener) {
      opener.setAttribute("aria-expanded", "false");
      opener.focus();
    }
    opener = null;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest('.prose a[href^="#"], .mn .close');
    if (!link) return;
    if (link.matches(".close")) {
      event.preventDefault();
      close(link.closest(".mn"));
      return;
    }
    const note = noteOf(link);
    if (!note || inMargin(note)) return;
    event.preventDefault();
    if (note.classList.contains("open") && opener === link) {
      close(note);
      return;
    }
    for (const other of document.querySelectorAll(".mn.open")) other.classList.remove("open");
    if (opener) opener.setAttribute("aria-expanded", "false");
    opener = link;
    note.classList.add("open");
    link.setAttribute("aria-expanded", "true");
  });

  document.addEventListener("keydown", (event) => {
    const open = document.querySelector(".mn.open");
    if (event.key === "Escape" && open) close(open);
  });
}

// Light, dark, or as the system has it.
function appearance() {
  const box = document.querySelector(".appearance");
  if (!box) return;
  const chosen = root.hasAttribute("data-dark") ? "dark" : root.hasAttribute("data-light") ? "light" : "system";
  box.querySelector(`[value="${chosen}"]`).checked = true;
  box.hidden = false;
  box.addEventListener("change", (event) => {
    const choice = event.target.value;
    root.toggleAttribute("data-light", choice === "light");
    root.toggleAttribute("data-dark", choice === "dark");
    try {
      if (choice === "system") localStorage.removeItem("appearance");
      else localStorage.setItem("appearance", choice);
    } catch {
      // Storage is refused: the choice holds for this page.
    }
  });
}

function print() {
  for (const button of document.querySelectorAll("button.print")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}

// One view is one beacon, once the page has been looked at. It carries the
// story and nothing about the reader.
function view() {
  const story = document.querySelector("[data-view]");
  if (!story) return;
  const send = () => {
    if (document.visibilityState !== "visible") return;
    document.removeEventListener("visibilitychange", send);
    navigator.sendBeacon(story.dataset.view);
  };
  document.addEventListener("visibilitychange", send);
  send();
}

notes();
appearance();
print();
view();
