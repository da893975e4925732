// Writes a site that has every state of schools, indicators, measures and
// practices, the longest names and the emptiest records.
//
//   node fixture.js FOLDER

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

// Numbers of cells that the rules hide: no file of the site may hold one.
// Spaces between digits do not count.
export const secrets = ["7919081", "8123765", "97,48", "97.48"];

const long = "Муниципальное бюджетное общеобразовательное учреждение " +
  "«Верхнеключевская средняя общеобразовательная школа имени К. К. " +
  "Константинова»";
const schools = Array.from({ length: 14 }, (_, i) => ({
  id: "s" + (i + 1), name: `МБОУ «Школа № ${i + 1}»`,
  short: `Школа № ${i + 1}`, municipality: "city", settlement: "г. Пример",
  kind: "школа", location: i % 2 ? "village" : "city", pupils: 400 + i,
  phone: "+7 (000) 000-00-" + (10 + i), email: `s${i + 1}@example.ru`,
  site: `https://s${i + 1}.example.ru/`, grades: "1–11",
}));
Object.assign(schools[0], { address: "г. Пример, ул. Школьная, 1",
  head: "Пётр Петрович Примеров" });
schools.push(
  { id: "long", name: long, short: "Верхнеключевская школа",
    municipality: "city", kind: "школа", settlement: "с. Верхнеключевское" },
  { id: "branch", name: "Филиал школы № 1 в деревне Дальняя",
    municipality: "city", settlement: "дер. Дальняя", parent: "s1" },
  { id: "closed", name: "Начальная школа деревни Ближняя",
    municipality: "city", settlement: "дер. Ближняя", status: "closed",
    successor: "s2" },
  { id: "bare", name: "Школа-интернат", municipality: "city" },
  { id: "hidden", name: "Малокомплектная школа посёлка Лесной",
    municipality: "city", settlement: "пос. Лесной" });

// --- indicators: one for each state ---

const years = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
const share = { unit: "%", direction: "up", aggregate: "weighted",
  subj: "девятиклассников", verb_one: "справился с заданиями",
  verb_many: "справились с заданиями", baseline: "51@2021" };
const note = { meaning: "Показывает, могут ли дети решить задачу из жизни.",
  caveat: "Каждый год работу пишут другие дети.",
  collection: "Работу пишут в апреле.", source: "Муниципальная работа",
  owner: "Управление образования" };

// value(i, year) of school i; target by year; cell: columns of a cell.
const indicators = [
  { id: "reached", ...share, ...note, title: "Умение применять знания",
    question: "Умеют ли девятиклассники применять знания?",
    years: years(2021, 2025), value: (i, y) => [40 + i + (y - 2021) * 3, 90],
    target: { 2024: 45, 2025: 50, 2026: 60 } },
  { id: "near", ...share, title: "Близко к цели", years: years(2022, 2025),
    value: (i, y) => [50 + i % 3 + (y - 2022) * 4, 100],
    target: { 2025: 66 } },
  { id: "open", ...share, ...note, title: "Далеко до цели",
    years: years(2022, 2025), value: i => [30 + i, 100],
    target: { 2022: 60, 2023: 70, 2024: 80, 2025: "не менее 90" } },
  { id: "no-target", ...share, title: "Без цели", years: years(2022, 2025),
    value: (i, y) => [55 + i - (y % 2) * 5, 100] },
  { id: "down", ...share, direction: "down", title: "Частые пропуски уроков",
    subj: "учеников", verb_one: "часто пропускает уроки",
    verb_many: "часто пропускают уроки", years: years(2021, 2025),
    value: (i, y) => [40 - i - (y - 2021) * 2, 200], target: { 2025: 12 } },
  { id: "one-year", ...share, title: "Один год", years: [2025],
    value: i => [60 + i, 100], target: { 2026: 85 } },
  { id: "two-years", ...share, title: "Два года", years: [2024, 2025],
    value: (i, y) => [60 + i + (y - 2024) * (i % 4), 100],
    target: { 2025: 70 } },
  { id: "ten-years", ...share, title: "Десять лет", years: years(2016, 2025),
    value: (i, y) => [40 + i + (y * 7) % 13, 100], target: { 2025: 60 } },
  { id: "gap", ...share, title: "С пропуском года",
    years: [2021, 2022, 2024, 2025], value: (i, y) => [40 + i + y % 5, 100] },
  { id: "ended", ...share, title: "Больше не собирают", until: 2024,
    years: [2023, 2024], value: (i, y) => [50 + i + y % 2, 100] },
  { id: "break", ...share, title: "Считать стали иначе",
    years: years(2021, 2025), value: (i, y) => [y < 2023 ? 70 : 40 + i, 100],
    breaks: { 2023: "С 2023 года считают по электронному журналу" } },
  { id: "flags", ...share, title: "Предварительно и уточнено",
    years: years(2022, 2025), value: (i, y) => [60 + i + y % 4, 100],
    cell: (i, y) => ({ flag: { 2023: "r", 2024: "e", 2025: "p" }[y] }) },
  { id: "states", ...share, title: "Нет данных, проверяется, не касается",
    years: years(2022, 2025), value: (i, y) => [60 + i, 100],
    cell: (i, y) => y === 2025 ? { status: "xzqc"[i % 5] } : {} },
  { id: "few", ...share, title: "Слишком мало детей", years: years(2022, 2025),
    value: (i, y) => i % 2 ? [2, 4] : [60 + i, 100] },
  { id: "all-hidden", ...share, title: "Скрыто у всех", class: "sensitive",
    aggregate: "none", years: years(2023, 2025), value: () => [7919081, 8123765] },
  { id: "score", unit: "балл", ...note, direction: "up", max: 100,
    aggregate: "weighted", title: "Средний балл", years: years(2022, 2025),
    value: (i, y) => [(51 + i * 1.3 + (y - 2022)).toFixed(1), 40, "score"],
    target: { 2025: 60 }, thresholds: { "наименьший балл": 36 } },
  { id: "mark", unit: "балл", direction: "up", max: 5, decimals: 2,
    aggregate: "weighted", title: "Отметка", years: years(2022, 2025),
    value: (i, y) => [(3.4 + i * 0.04 + (y - 2022) * 0.06).toFixed(2), 40,
      "score"], target: { 2025: 4 } },
  { id: "count", unit: "кабинет|кабинета|кабинетов", class: "open",
    direction: "up", aggregate: "sum", title: "Обновлённые кабинеты",
    years: years(2022, 2025), value: (i, y) => [i + y - 2022, 0, "score"],
    target: { 2025: 100 } },
  { id: "money", unit: "тыс. руб.", kind: "money", aggregate: "sum",
    title: "Оборудование школ", years: years(2023, 2025),
    value: i => [1200 + i * 100, 0, "score"] },
  { id: "yes-no", unit: "да/нет", title: "Психолог в школе",
    verb_one: "В школе есть психолог", verb_many: "Психолога пока нет",
    direction: "up", aggregate: "sum", years: years(2023, 2025),
    value: (i, y) => [i + y - 2023 > 4 ? "да" : "нет", 0, "score"] },
  { id: "range", unit: "°", kind: "score", class: "open", direction: "range",
    title: "Тепло в классе", years: years(2023, 2025), aggregate: "mean",
    value: i => [19 + i % 5, 0, "score"], target: { 2025: "18-24" } },
  { id: "city-only", ...share, title: "Только по городу", whole: true,
    publish_level: "municipality", aggregate: "given",
    years: years(2022, 2025), value: (i, y) => [400 + (y - 2022) * 20, 900] },
  { id: "later", ...share, title: "Данные ждут позже", years: [],
    target: { 2030: 90 }, next_release: "2027-06" },
  { id: "nothing", unit: "%", title: "Показатель, о котором в документе " +
    "сказано только его название, причём очень длинное, на сто двадцать " +
    "знаков и даже больше" },
];
const order = ["Учёба", "Учёба", "Кружки и секции", ""];

// --- tables ---

const quote = cell => /[;"\n]/.test(cell) ?
  '"' + String(cell).replaceAll('"', '""') + '"' : String(cell ?? "");

function table(rows) {
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))];
  return [names, ...rows.map(row => names.map(name => quote(row[name] ?? "")))]
    .map(cells => cells.join(";")).join("\n") + "\n";
}

function cells({ id, years, value, cell, whole }) {
  const rows = [];
  for (const year of years ?? [])
    for (const [i, school] of schools.slice(0, whole ? 1 : 15).entries()) {
      const [numerator, n, score] = value(i, year);
      const extra = cell?.(i, year) ?? {};
      const number = extra.status ? {} :
        score ? { value: String(numerator).replace(".", ","), n: n || "" } :
          { numerator, n };
      rows.push({ indicator: id, school: whole ? "" : school.id,
        period: year, ...number, ...extra });
    }
  if (id === "few")
    for (const year of years)
      rows.push({ indicator: id, school: "hidden", period: year,
        numerator: "", n: "", status: "c" });
  return rows;
}

const keyed = (key, name) => indicators.flatMap(one =>
  Object.entries(one[key] ?? {}).map(([at, what]) => name(one.id, at, what)));

const measures = [
  ["done", "Проверка знаний", "Октябрь 2022", { status: "done",
    done_on: "2022-10-21", evidence: "Справка от 11.11.2022" }],
  ["doing", "Школы-напарники", "Январь 2023 – декабрь 2026",
    { status: "doing", schools: "s1|s2" }],
  ["planned", "Итоговая встреча", "Октябрь 2026", { status: "planned" }],
  ["postponed", "День кружков", "Апрель 2025 г.",
    { status: "postponed", reason: "В зале ремонт" }],
  ["cancelled", "Выездная школа", "Июнь 2024 года",
    { status: "cancelled", reason: "Не нашли перевозчика" }],
  ["overdue", "Перечень дефицитов", "До 1 июня 2024 года",
    { status: "doing" }],
  ["silent", "Мероприятие без отчёта", "2023", {}],
  ["undated", "Мероприятие без срока", "", {}],
  ["yearly", "Мастерские для учителей", "Ежегодно, февраль",
    { indicators: "reached|open" }],
  ["always", "Консультации родителей", "Постоянно",
    { audience: "parents|pupils", status: "doing" }],
  ["wordy", "Организация и проведение межмуниципальных научно-практических " +
    "конференций, семинаров-практикумов и индивидуально-групповых " +
    "консультаций для педагогических работников общеобразовательных " +
    "организаций", "Июнь, июль 2022, 2023 гг.",
    { responsible: "Управление образования|Информационно-методический " +
      "центр|s1", result: "Опыт собран и описан" }],
].map(([id, title, when, more], i) => ({ id, title, number: `1.${i + 1}`,
  section: i < 6 ? "1. Учёба" : "2. Всё остальное", when,
  responsible: "Управление образования", ...more }));

const data = {
  "schools.csv": schools,
  "organisations.csv": [
    { id: "uo", name: "Управление образования", kind: "орган управления",
      site: "https://uo.example.ru/", phone: "+7 (000) 000-00-01" },
    { id: "bare-org", name: "Совет родителей" }],
  "glossary.csv": [
    { id: "oge", term: "ОГЭ", definition: "Экзамен после 9 класса.",
      synonyms: "основной государственный экзамен" },
    { id: "term", term: "Высокотехнологичное самоопределение",
      definition: "Слово для проверки переноса.", synonyms: "" }],
  "all/indicators.csv": indicators.map(({ years, value, target, cell, breaks,
    thresholds, whole, ...columns }, i) => ({ number: i + 1,
    group: order[i % 4], task: i % 2 ? "study" : "help", ...columns })),
  "former.csv": [
    { was: "old-school", now: "s2" }, { was: "all/old", now: "all/near" },
    { was: "gone", title: "Школа деревни Дальняя", since: 2024,
      reason: "Школу закрыли." },
    { was: "all/gone", title: "Показатель, которого больше нет",
      since: 2025, reason: "Его заменил другой." }],
  "frozen.csv": [
    { id: "report", indicator: "all/reached", school: "s1", period: 2024,
      date: "2025-02-01", reason: "Для отчёта школы" },
    { id: "paper", indicator: "all/flags", period: 2023,
      date: "2024-03-01", reason: "Для статьи" },
    { id: "silent", indicator: "all/few", school: "s2", period: 2023,
      date: "2024-03-01" }],
  "all/values.csv": indicators.flatMap(cells),
  "all/targets.csv": keyed("target", (indicator, period, target) =>
    ({ indicator, period, target, basis: "Приложение 1" })),
  "all/breaks.csv": keyed("breaks", (indicator, period, note) =>
    ({ indicator, period, note })),
  "all/thresholds.csv": keyed("thresholds", (indicator, purpose, value) =>
    ({ indicator, period: 2025, purpose, value })),
  "all/participants.csv": schools.map(({ id }, i) => ({ school: id,
    role: ["participant", "mentor", "partner", "pilot", "base"][i % 5],
    partner: i === 1 ? "s3" : i === 2 ? "uo" : "", since: 2022,
    note: i === 1 ? "Вместе готовят уроки" : "" })),
  "all/plan.csv": measures,
  "all/progress.csv": [2022, 2023, 2024, 2025].map(period =>
    ({ measure: "yearly", period, status: period < 2025 ? "done" : "doing",
      result: `Прошли мастерские ${period} года` })),
  "all/finance.csv": [2023, 2024, 2025, 2026].flatMap(year => [
    { year, source: "местный бюджет", purpose: "кружки", planned: 1200,
      actual: { 2023: 1180, 2024: 1350, 2025: 0 }[year], unit: "тыс. руб." },
    { year, source: "региональный бюджет", purpose: "кабинеты",
      planned: 2400, actual: year < 2026 ? 2400 : "", unit: "тыс. руб." }]),
  "all/risks.csv": [{ risk: "Учителям не хватает времени", consequence:
    "Мастерские посещают не все", measures: "Проводить их прямо в школах",
    owner: "Управление образования", indicators: "reached" }],
  "all/documents.csv": ["действует", "утратил силу"].map((status, i) =>
    ({ id: "act-" + i, title: "О программе «Все состояния»", kind: "приказ",
      number: "00/" + i, date: "2021-12-2" + i, school: i ? "" : "s1",
      url: "https://example.ru/act", status })),
  "all/monitoring.csv": [{ id: "m1", subject: "Подготовка учителей",
    criterion: "Доля обученных", indicators: "reached", instrument: "Анкета",
    source: "Отчёты школ", when: "Декабрь ежегодно",
    responsible: "Управление образования", done_on: "2025-12-10",
    report: "report-2025" }],
  "all/findings.csv": [{ id: "f1", text: "Одна команда не прошла обучение.",
    report: "report-2025", indicator: "reached", measures: "yearly",
    recommendation: "Провести обучение весной.", decision: "Проведут в марте." },
    { id: "f2", text: "Школам нужны пособия." }],
  "all/clusters.csv": schools.slice(0, 14).map(({ id }, i) => ({ school: id,
    period: 2024, result: i % 2 ? "выше среднего" : "ниже среднего",
    process: i % 3 ? "ниже среднего" : "выше среднего",
    source: "Приложение 2" })),
};

// --- texts ---

const statuses = ["announced", "review", "recommended", "outdated",
  "archived"];

const practice = status => `---
title: "Практика: ${status}"
programme: all
status: ${status}
school: s1
source: "Справка школы"
summary: "Коротко о практике."
${status === "announced" ? "" : `problem: "Дети не знают, о чём спросить."
goal: study
indicators: [reached]
level: 5–9
grades: "5–9"
contact: "s1@example.ru"
subjects: [математика]
consent: true
conditions: "Кабинет и час времени."
cost: 2
hours: 4
evidence: 2
steps:
  - text: "Собраться."
    duration: "10 минут"
  - text: "Обсудить."
    duration: "1 час"
  - text: "Решить, что дальше."
    duration: "1 день"
effect:
  indicator: reached
  school: s1
  from: 2022
  to: 2023
  was: 47,8
  became: 51,1
  n: 90
  comparison: district
duration_to_effect: 12
risks: "Все устают."
not_for: "Не подходит маленьким школам."
adopted_by:
  - school: s2
    year: 2024
experts:
  commission: "Совет"
  protocol: "№ 1"
reviewed: 2024-03-15
review_by: 2026-09-15
licence: "CC BY 4.0"
`}---

Текст практики.
`;

const prose = `Абзац со [ссылкой на школу](school:s1), [показатель](indicator:all/reached)
и [числом](value:all/reached@2025). Сноска[^1] и ОГЭ.

## Список дел

1. Первое
   - вложенное
   - ещё одно
2. Второе

- [x] сделано
- [ ] не сделано

> Цитата в одну строку.

\`\`\`
пример кода, длинная строка, которая не помещается на экране телефона никогда
\`\`\`

## Таблица

| Год | Дело | Ответственный | Итог | Примечание |
|---|:-:|--:|---|---|
| 2024 | Проверка | Управление образования | выполнено | высокотехнологичное |
| 2025 | Встреча | Методический центр | в работе | нет |

***

### Подробности

#### Мелкий заголовок

Текст под ним.

[^1]: Сама сноска.
`;

const fence = (word, body) => "```" + word + "\n" + body + "\n```\n";

const content = {
  "site.yml": `title: "Все состояния"
language: ru
as_of: 2026-03-01
base_url: https://states.example.ru/
municipalities:
  city: {name: "город Пример", short: "город"}
owner: "Редакция"
contact: {email: red@example.ru, phone: "+7 (000) 000-00-00", address: "г. Пример"}
licence: "CC BY 4.0"
cluster_public: anonymous
cards: png
`,
  "index.md": "---\ntitle: \"Все состояния\"\n---\nСайт для проверок.\n",
  "text.md": `---\ntitle: "Всё, что бывает в тексте"\n---\n${prose}`,
  "questions.md": "---\ntitle: \"О чём спросить\"\nnav: false\n---\n" +
    "## Учёба\n\n- Как помогают детям?\n\n## Кружки и секции\n\n- Что есть?\n",
  "schools/s1.md": `---
summary: "Большая школа в центре."
help:
  - title: "Психолог"
    text: "Поговорит с ребёнком."
    contact: "Кабинет 12"
  - title: "Уроки"
    text: "Разбирают трудное."
---

Школа стоит в центре.
`,
  "programs/all/index.md": `---
title: "Все состояния программы"
short: "Состояния"
municipality: city
period: 2021-2026
scope: all
demo: true
achievement: rf-ratio
approved: "Постановление № 1"
legal: ["Федеральный закон № 273-ФЗ"]
developer: "Управление образования"
executors: ["Управление образования", "Школы"]
goal: "Показать всё"
tasks:
  - {id: study, text: "Учить"}
  - {id: help, text: "Помогать"}
expected: ["Показано всё"]
control: "Управление образования"
resources: "19 млн рублей"
source_note: "Придумано для проверок"
extra: {"Ещё строка": "Её содержание"}
---
${prose}`,
  "programs/all/study.md": `---
title: "Раздел со вставками"
kind: section
order: 1
tasks: [study]
---
## График

${fence("chart", "indicator: all/reached\ntitle: \"Знания\"")}
## Таблица

${fence("table", "indicators: [all/reached, all/near]")}
## План

${fence("plan", "section: \"1. Учёба\"")}
## Деньги

${fence("finance", "years: 2024")}
## Показатели

${fence("indicators", "task: study")}
`,
  "programs/all/report-2025.md": `---
title: "Отчёт за 2025 год"
kind: report
period: 2025
summary: "Сделано многое."
---
## Что получилось

Многое.
`,
  "programs/empty/index.md": "---\ntitle: \"Пустая программа\"\n" +
    "municipality: city\nperiod: 2026-2027\n---\n",
  "news/2026-01-first.md": "---\ndate: 2026-01-10\ntitle: \"Новость\"\n" +
    "programme: all\nschool: s1\nsummary: \"Кратко.\"\n---\nТекст.\n",
  ...Object.fromEntries(statuses.map(status =>
    [`practices/${status}.md`, practice(status)])),
};

function write(folder) {
  const put = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const path in content) put("content/" + path, content[path]);
  for (const path in data) put("data/" + path, table(data[path]));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  write(process.argv[2]);
