"use strict";
(() => {
  const all = (s, e = document) => [...e.querySelectorAll(s)];
  const items = all(".list li"), bar = document.getElementById("bar"), place = document.getElementById("place");
  if (!items.length) return;
  const rule = document.getElementById("rule"), levels = all("input[name=level]", bar);
  let shown = items, current = null;
  const parts = (id, kind) => all(`[data-${kind}~="${id}"]`);
  const say = () => { place.textContent = `${current ? shown.indexOf(current) + 1 : "–"} / ${shown.length}`; };

  function clear() {
    all(".on").forEach((e) => e.classList.remove("on"));
    all(".ev").forEach((e) => e.classList.remove("ev"));
    current = null;
  }
  function choose(item, scroll) {
    clear();
    current = item;
    item.classList.add("on");
    const marks = parts(item.id, "f");
    marks.forEach((m) => m.classList.add("on"));
    parts(item.id, "e").forEach((m) => m.classList.add("ev"));
    item.focus({ preventScroll: true });
    const smooth = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    if (scroll) (document.getElementById("m" + item.id) || item).scrollIntoView({ block: "center", behavior: smooth });
    const list = item.parentElement;
    if (getComputedStyle(list).position === "sticky") list.scrollTop = item.offsetTop - list.offsetTop - 60;
    else if (!scroll) item.scrollIntoView({ block: "nearest", behavior: smooth });
    say();
  }
  function step(by) {
    if (!shown.length) return;
    const at = shown.indexOf(current);
    choose(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length], true);
  }
  function filter() {
    const on = new Set(levels.filter((b) => b.checked).map((b) => b.value));
    const hidden = new Set();
    shown = items.filter((i) => {
      i.hidden = !on.has(i.dataset.level) || (rule.value && i.dataset.rule !== rule.value);
      if (i.hidden) hidden.add(i.id);
      return !i.hidden;
    });
    all("mark").forEach((m) => m.classList.toggle("off", m.dataset.f.split(" ").every((id) => hidden.has(id))));
    all("i[data-n]").forEach((i) => { i.hidden = hidden.has(i.id.slice(1)); });
    all("article").forEach((a) => { a.hidden = !a.querySelector(".list li:not([hidden])"); });
    if (current && current.hidden) clear();
    say();
  }

  bar.hidden = false;
  bar.addEventListener("change", filter);
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));
  document.addEventListener("click", (event) => {
    if (event.target.closest("a[href^='#r-'], summary, .bar") || String(getSelection())) return;
    const item = event.target.closest(".list li"), mark = event.target.closest("mark:not(.off)");
    if (item) { event.preventDefault(); choose(item, true); }
    else if (mark) choose(shown.find((i) => mark.dataset.f.split(" ").includes(i.id)), false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("select, input")) return;
    if (event.key === "n" || event.key === "j") step(1);
    else if (event.key === "p" || event.key === "k") step(-1);
    else if (event.key === "Escape") { clear(); say(); }
    else if (event.key === "Enter" && event.target.matches(".list li")) choose(event.target, true);
  });
  say();
})();
