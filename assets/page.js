// Says in an open tab when the program has ended; and tells the program that somebody still types here.
"use strict";
(() => {
  const gone = document.getElementById("gone");
  gone.setAttribute("role", "alert");
  let typed = false;
  for (const event of ["input", "keydown", "pointerdown"]) addEventListener(event, () => { typed = true; });
  const ask = async () => {
    const query = typed ? "?typed" : "";
    typed = false;
    const answer = await fetch("/zyje" + query, { cache: "no-store" }).catch(() => null);
    gone.hidden = answer !== null && answer.ok;
  };
  setInterval(ask, 20000);
  addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });

  // A pictogram that is chosen is shown where it was chosen from.
  addEventListener("change", ({ target }) => {
    const chosen = target.closest("details.chooser")?.querySelector(".chosen");
    if (chosen) chosen.replaceChildren(target.closest("label").querySelector(".pictogram").cloneNode(true));
  });
})();
