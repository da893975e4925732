/* Remembers the choices of the version for the visually impaired on this
   device. Without it they work, but only until the next page. */
(function () {
  "use strict";
  var key = "vision", radios = document.querySelectorAll(".vision input");

  function read() {
    try {
      return JSON.parse(localStorage.getItem(key)) || {};
    } catch (e) {
      return {};
    }
  }
  function apply() {
    var kept = read();
    radios.forEach(function (radio) {
      if (kept[radio.name] === radio.value) radio.checked = true;
    });
  }
  radios.forEach(function (radio) {
    radio.addEventListener("change", function () {
      var kept = read();
      kept[radio.name] = radio.value;
      try {
        localStorage.setItem(key, JSON.stringify(kept));
      } catch (e) { /* the browser keeps nothing */ }
    });
  });
  apply();
  addEventListener("pageshow", apply);
})();
