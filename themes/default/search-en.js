/* The English stemmer of Snowball (snowballstem.org), for queries: the same
   stems as the index has. Words are in lower case, without apostrophes. */
var vitrinaStem = (function () {
  "use strict";
  var special = { skis: "ski", skies: "sky", dying: "die", lying: "lie",
    tying: "tie", idly: "idl", gently: "gentl", ugly: "ugli", early: "earli",
    only: "onli", singly: "singl", sky: "sky", news: "news", howe: "howe",
    atlas: "atlas", cosmos: "cosmos", bias: "bias", andes: "andes" };
  var whole =
    /^(?:inning|outing|canning|herring|earring|proceed|exceed|succeed)$/;
  var second = { tional: "tion", enci: "ence", anci: "ance", abli: "able",
    entli: "ent", izer: "ize", ization: "ize", ational: "ate", ation: "ate",
    ator: "ate", alism: "al", aliti: "al", alli: "al", fulness: "ful",
    ousli: "ous", ousness: "ous", iveness: "ive", iviti: "ive",
    biliti: "ble", bli: "ble", ogi: "og", fulli: "ful", lessli: "less",
    li: "" };
  var third = { tional: "tion", ational: "ate", alize: "al", icate: "ic",
    iciti: "ic", ical: "ic", ful: "", ness: "", ative: "" };
  var fourth = { al: "", ance: "", ence: "", er: "", ic: "", able: "",
    ible: "", ant: "", ement: "", ment: "", ent: "", ism: "", ate: "",
    iti: "", ous: "", ive: "", ize: "", ion: "" };

  function ends(word, ending) {
    return word.slice(-ending.length) === ending;
  }
  // The longest ending of a table that the word has, or "".
  function longest(word, table) {
    for (var n = Math.min(word.length, 7); n > 0; n--)
      if (table.hasOwnProperty(word.slice(-n))) return word.slice(-n);
    return "";
  }
  function shortEnd(word) {
    return /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$/.test(word);
  }
  // The word with the longest ending replaced, if it stands behind `from`
  // and `may` allows it.
  function replaced(word, table, from, may) {
    var ending = longest(word, table);
    var at = word.length - ending.length;
    return ending && at >= from && may(ending, word.slice(0, at)) ?
      word.slice(0, at) + table[ending] : word;
  }
  function plural(word) {
    if (ends(word, "sses")) return word.slice(0, -2);
    if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
    return /[aeiouy].+s$/.test(word) && !/[us]s$/.test(word) ?
      word.slice(0, -1) : word;
  }
  function past(word, first) {
    var found = /(eedly|eed|edly|ed|ingly|ing)$/.exec(word);
    if (!found) return word;
    var base = word.slice(0, found.index);
    if (found[0].slice(0, 3) === "eed")
      return found.index >= first ? base + "ee" : word;
    if (!/[aeiouy]/.test(base)) return word;
    if (/(?:at|bl|iz)$/.test(base)) return base + "e";
    if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(base))
      return base.slice(0, -1);
    return base.length === first && shortEnd(base) ? base + "e" : base;
  }
  function mark(word, from) {
    var found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
    return found ? from + found.index + 2 : word.length;
  }

  return function (word) {
    if (special.hasOwnProperty(word)) return special[word];
    if (word.length < 3) return word;
    word = word.replace(/^y|([aeiouy])y/g, function (all, vowel) {
      return (vowel || "") + "Y";
    });
    var begin = /^(?:gener|commun|arsen)/.exec(word);
    var first = begin ? begin[0].length : mark(word, 0);
    var then = mark(word, first);
    word = plural(word);
    if (whole.test(word)) return word;
    word = past(word, first);
    word = word.replace(/^(.+[^aeiouy])[yY]$/, "$1i");
    word = replaced(word, second, first, function (ending, base) {
      return ending === "ogi" ? ends(base, "l") :
        ending !== "li" || /[cdeghkmnrt]$/.test(base);
    });
    word = replaced(word, third, first, function (ending, base) {
      return ending !== "ative" || base.length >= then;
    });
    word = replaced(word, fourth, then, function (ending, base) {
      return ending !== "ion" || /[st]$/.test(base);
    });
    var at = word.length - 1;
    if (ends(word, "e") && (at >= then ||
        at >= first && !shortEnd(word.slice(0, at))) ||
        ends(word, "ll") && at >= then)
      word = word.slice(0, at);
    return word.replace(/Y/g, "y");
  };
})();
