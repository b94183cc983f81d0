// Tabs, as WAI-ARIA describes them: arrows move, one panel shows.
export function tabs(list) {
  const all = [...list.querySelectorAll('[role="tab"]')];
  const choose = (chosen) => {
    for (const tab of all) {
      tab.setAttribute("aria-selected", String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls")).hidden = tab !== chosen;
    }
  };
  const to = (tab) => (choose(tab), tab.focus());
  all.forEach((tab, index) => {
    const moves = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: -1 };
    tab.addEventListener("click", () => choose(tab));
    tab.addEventListener("keydown", ({ key }) => key in moves && to(all.at(moves[key] % all.length)));
  });
  return { choose: (id) => choose(document.getElementById(id)) };
}
