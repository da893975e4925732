/* The Russian stemmer of Snowball (snowballstem.org), for queries: the same
   stems as the index has. Words are in lower case. */
var vitrinaStem = (function () {
  "use strict";
  // Endings that count behind а or я only, and those that always do.
  var gerund = ends("в|вши|вшись", "ив|ивши|ившись|ыв|ывши|ывшись");
  var reflexive = /(?:ся|сь)$/;
  var adjective = new RegExp("(?:ее|ие|ые|ое|ими|ыми|ей|ий|ый|ой|ем|им|ым|" +
    "ом|его|ого|ему|ому|их|ых|ую|юю|ая|яя|ою|ею)$");
  var participle = ends("ем|нн|вш|ющ|щ", "ивш|ывш|ующ");
  var verb = ends("ла|на|ете|йте|ли|й|л|ем|н|ло|но|ет|ют|ны|ть|ешь|нно",
    "ила|ыла|ена|ейте|уйте|ите|или|ыли|ей|уй|ил|ыл|им|ым|ен|ило|ыло|ено|ят|" +
    "ует|уют|ит|ыт|ены|ить|ыть|ишь|ую|ю");
  var noun = new RegExp("(?:а|ев|ов|ие|ье|е|иями|ями|ами|еи|ии|и|ией|ей|ой|" +
    "ий|й|иям|ям|ием|ем|ам|ом|о|у|ах|иях|ях|ы|ь|ию|ью|ю|ия|ья|я)$");

  function ends(behind, always) {
    return new RegExp("([ая])(?:" + behind + ")$|(?:" + always + ")$");
  }
  // Without the ending; null when the word has none of them.
  function cut(rest, ending) {
    return ending.test(rest) ?
      rest.replace(ending, function (all, kept) {
        return typeof kept === "string" ? kept : "";
      }) : null;
  }
  // Adjective, verb or noun.
  function inflected(rest) {
    var base = cut(rest, adjective);
    if (base !== null) {
      var stem = cut(base, participle);
      return stem === null ? base : stem;
    }
    base = cut(rest, verb);
    return base !== null ? base : rest.replace(noun, "");
  }

  return function (word) {
    word = word.replace(/ё/g, "е");
    var begin = /^[^аеиоуыэюя]*[аеиоуыэюя]/.exec(word);
    if (!begin) return word;
    var at = begin[0].length, rest = word.slice(at);
    // Where a derived word's own suffix may begin.
    var derived = /^[аеиоуыэюя]*[^аеиоуыэюя][^аеиоуыэюя]*[аеиоуыэюя]+[^аеиоуыэюя]/
      .exec(rest);
    var from = derived ? derived[0].length : Infinity;
    var base = cut(rest, gerund);
    rest = base !== null ? base : inflected(rest.replace(reflexive, ""));
    rest = rest.replace(/и$/, "");
    var suffix = /(?:ост|ость)$/.exec(rest);
    if (suffix && suffix.index >= from) rest = rest.slice(0, suffix.index);
    if (/(?:ейш|ейше)$/.test(rest))
      rest = rest.replace(/(?:ейш|ейше)$/, "").replace(/нн$/, "н");
    else
      rest = rest.replace(/нн$/, "н").replace(/ь$/, "");
    return word.slice(0, at) + rest;
  };
})();
