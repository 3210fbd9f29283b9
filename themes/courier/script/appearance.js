// The reader's choice of light or dark, set before the first paint so that
// nothing flashes. It runs while the head is read, hence not a module. The
// choice is made in the footer; see reader.js.
try {
  const choice = localStorage.getItem("appearance");
  if (choice === "light" || choice === "dark") {
    document.documentElement.setAttribute("data-" + choice, "");
  }
} catch {
  // Storage is refused: the page follows the system.
}
