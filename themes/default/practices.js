/* The filter of the list of practices. Without it each choice is a page of its
   own; with it the choices work together and at once, and the address keeps
   them. All words come from the page. */
(function () {
  "use strict";
  var nav = document.querySelector("nav.facets");
  var cards = [].slice.call(document.querySelectorAll("[data-facets]"));
  if (!nav || !cards.length || !window.URLSearchParams) return;

  var toc = document.querySelector("main .toc");
  var sections = [].slice.call(document.querySelectorAll("main section"));
  var ids = cards.map(function (card) {
    return card.getAttribute("data-facets").split(" ");
  });
  // What teachers choose by; the other facets are folded behind them.
  var first = ["level", "subject", "cost", "evidence"];
  var selects = [];
  var form = document.createElement("form");
  var found = document.createElement("p");
  var reset = document.createElement("button");
  var more = document.createElement("details");
  var folded = document.createElement("div");

  function option(value, words) {
    var one = document.createElement("option");
    one.value = value;
    one.textContent = words;
    one.words = words;
    return one;
  }
  function isFirst(facet) {
    return first.indexOf(facet.getAttribute("data-facet")) >= 0;
  }
  function add(facet) {
    var label = document.createElement("label");
    var select = document.createElement("select");
    select.name = facet.getAttribute("data-facet");
    select.appendChild(option("", nav.getAttribute("data-any")));
    facet.querySelectorAll("[data-value]").forEach(function (link) {
      select.appendChild(option(link.getAttribute("data-value"),
        link.textContent));
    });
    label.textContent = facet.querySelector("summary").textContent + " ";
    label.appendChild(select);
    (isFirst(facet) ? form : folded).appendChild(label);
    selects.push(select);
  }

  /* Does card i fit all choices, but for one select? */
  function fits(i, but) {
    return selects.every(function (select) {
      return select === but || !select.value ||
        ids[i].indexOf(select.value) >= 0;
    });
  }
  function count(select) {
    [].forEach.call(select.options, function (one) {
      var n = 0;
      if (!one.value) return;
      ids.forEach(function (list, i) {
        if (list.indexOf(one.value) >= 0 && fits(i, select)) n++;
      });
      one.textContent = one.words + " (" + n + ")";
      one.disabled = !n && select.value !== one.value;
    });
  }
  function show(say) {
    var n = 0;
    cards.forEach(function (card, i) {
      card.hidden = !fits(i);
      if (!card.hidden) n++;
    });
    sections.forEach(function (section) {
      section.hidden = !section.querySelector("[data-facets]:not([hidden])");
    });
    if (toc) toc.hidden = n < cards.length;
    reset.hidden = n === cards.length;
    selects.forEach(count);
    if (say)
      found.textContent = nav.getAttribute(n ? "data-found" : "data-none")
        .replace("{n}", n).replace("{all}", cards.length);
  }

  /* ?level=5-9&cost=1: the value without the name of its facet. */
  function read() {
    var asked = new URLSearchParams(location.search), any = false;
    selects.forEach(function (select) {
      var value = asked.get(select.name);
      select.value = value ? select.name + "-" + value : "";
      if (select.selectedIndex < 0) select.value = "";
      any = any || select.value;
      if (select.value && folded.contains(select)) more.open = true;
    });
    show(any || found.textContent);
  }
  function keep() {
    var asked = new URLSearchParams();
    selects.forEach(function (select) {
      if (select.value)
        asked.set(select.name, select.value.slice(select.name.length + 1));
    });
    try {
      history.pushState(null, "", location.pathname +
        (String(asked) ? "?" + asked : ""));
    } catch (e) { /* the address stays as it is */ }
    show(true);
  }

  form.className = "filter";
  form.autocomplete = "off";
  form.setAttribute("aria-labelledby", "choose");
  var facets = [].slice.call(nav.querySelectorAll("[data-facet]"));
  facets.filter(isFirst).forEach(add);
  facets.filter(function (one) { return !isFirst(one); }).forEach(add);
  if (folded.firstChild) {
    more.appendChild(document.createElement("summary")).textContent =
      nav.getAttribute("data-more");
    more.appendChild(folded);
    form.appendChild(more);
  }
  reset.type = "button";
  reset.textContent = nav.getAttribute("data-reset");
  found.setAttribute("role", "status");
  form.appendChild(reset);
  form.addEventListener("change", keep);
  form.addEventListener("submit", function (e) { e.preventDefault(); });
  reset.addEventListener("click", function () {
    selects.forEach(function (select) { select.value = ""; });
    selects[0].focus();
    keep();
  });
  facets.forEach(function (one) { one.remove(); });
  nav.appendChild(form);
  nav.appendChild(found);
  addEventListener("popstate", read);
  addEventListener("pageshow", read);
  read();
})();
