/*
 * names: columns, keys and words of every format. See names.h.
 *
 * For model/ only.
 */
#include "model/names.h"

#include "model/catalog.h"
#include "model/observe.h"
#include "model/schema_slots.h"

/* --- closed lists --- */

static const struct word words_location[] = {
    {"city", "город|городская", LOCATION_CITY},
    {"village", "село|сельская", LOCATION_VILLAGE},
    END_WORDS};
static const struct word words_kind[] = {
    {"share", "доля|процент", KIND_SHARE},
    {"score", "балл|оценка", KIND_SCORE},
    {"count", "количество|число|численность", KIND_COUNT},
    {"money", "деньги|сумма", KIND_MONEY},
    {"yesno", "да/нет", KIND_YESNO},
    {"text", "текст", KIND_TEXT},
    END_WORDS};
static const struct word words_direction[] = {
    {"up", "рост|вверх|увеличение|больше", DIRECTION_UP},
    {"down", "снижение|вниз|уменьшение|меньше", DIRECTION_DOWN},
    {"range", "диапазон|в пределах", DIRECTION_RANGE},
    {"none", "нет|без направления", DIRECTION_NONE},
    END_WORDS};
static const struct word words_class[] = {
    {"open", "открытый", PRIVACY_OPEN},
    {"people", "люди|сведения о людях", PRIVACY_PEOPLE},
    {"sensitive", "чувствительный", PRIVACY_SENSITIVE},
    END_WORDS};
static const struct word words_level[] = {
    {"school", "школа", LEVEL_SCHOOL},
    {"municipality", "муниципалитет", LEVEL_MUNICIPALITY},
    END_WORDS};
static const struct word words_policy[] = {
    {"schools-first", "сначала школы", POLICY_SCHOOLS_FIRST},
    {"total-first", "сначала итог", POLICY_TOTAL_FIRST},
    END_WORDS};
static const struct word words_aggregate[] = {
    {"weighted", "взвешенное", AGGREGATE_WEIGHTED},
    {"sum", "сумма", AGGREGATE_SUM},
    {"mean", "среднее", AGGREGATE_MEAN},
    {"given", "дано", AGGREGATE_GIVEN},
    {"none", "нет", AGGREGATE_NONE},
    END_WORDS};
static const struct word words_done[] = {
    {"planned", "запланировано|план", DONE_PLANNED},
    {"doing", "в работе|выполняется|идёт", DONE_DOING},
    {"done", "выполнено|сделано|исполнено", DONE_DONE},
    {"postponed", "отложено|перенесено", DONE_POSTPONED},
    {"cancelled", "отменено", DONE_CANCELLED},
    END_WORDS};
static const struct word words_role[] = {
    {"participant", "участник", ROLE_PARTICIPANT},
    {"pilot", "пилотная|пилот", ROLE_PILOT},
    {"mentor", "наставник", ROLE_MENTOR},
    {"partner", "партнёр", ROLE_PARTNER},
    {"base", "базовая|база", ROLE_BASE},
    END_WORDS};
static const struct word words_rule[] = {
    {"small", "малая группа", RULE_SMALL},
    {"n-unknown", "численность неизвестна", RULE_N_UNKNOWN},
    {"sensitive", "чувствительный", RULE_SENSITIVE},
    {"level", "уровень", RULE_LEVEL},
    END_WORDS};
static const struct word words_scope[] = {
    {"all", "все|все школы", SCOPE_ALL},
    {"participants", "участники", SCOPE_PARTICIPANTS},
    END_WORDS};
static const struct word words_achievement[] = {
    {"rf-ratio", "отношение", ACHIEVEMENT_RATIO},
    {"share-reached", "доля достигнутых", ACHIEVEMENT_SHARE},
    END_WORDS};
static const struct word words_section[] = {
    {"section", "раздел", SECTION_SECTION},
    {"subprogramme", "подпрограмма", SECTION_SUBPROGRAMME},
    {"report", "отчёт", SECTION_REPORT},
    END_WORDS};
static const struct word words_stage[] = {
    {"preschool", "дошкольное|дошкольное образование|детский сад",
     STAGE_PRESCHOOL},
    {"1-4", "1–4 классы|начальная школа|начальное", STAGE_PRIMARY},
    {"5-9", "5–9 классы|основная школа|основное", STAGE_BASIC},
    {"10-11", "10–11 классы|старшая школа|средняя школа|среднее",
     STAGE_UPPER},
    {"extra", "дополнительное|дополнительное образование|кружки",
     STAGE_EXTRA},
    END_WORDS};
static const struct word words_practice[] = {
    {"announced", "объявлена", PRACTICE_ANNOUNCED},
    {"draft", "черновик", PRACTICE_DRAFT},
    {"review", "на экспертизе", PRACTICE_REVIEW},
    {"recommended", "рекомендована", PRACTICE_RECOMMENDED},
    {"outdated", "требует обновления", PRACTICE_OUTDATED},
    {"archived", "в архиве", PRACTICE_ARCHIVED},
    END_WORDS};

const struct word words_cell_status[] = {
    {"c", "с|скрыто|не публикуется", RAW_C},
    {"z", "-|–|—|−|не относится|не применимо|неприменимо", RAW_Z},
    {"x", "х|нет данных|нет сведений|н/д", RAW_X},
    {"q", "проверяется", RAW_Q},
    END_WORDS};
const struct word words_cell_flag[] = {
    {"p", "р|предварительно|предв.", FLAG_PROVISIONAL},
    {"r", "уточнено|уточн.", FLAG_REVISED},
    {"e", "е|оценка", FLAG_ESTIMATE},
    END_WORDS};
const struct word words_yesno[] = {
    {"yes", "да|true|истина|есть", 1},
    {"no", "нет|false|ложь", 0},
    END_WORDS};

/* --- data/ --- */

#define R struct school
static const struct slot school_slots[] = {
    REQ("id", "код", ID, id),
    REQ("name", "название|наименование|полное название", TEXT, name),
    COL("short", "краткое название|кратко", TEXT, brief),
    COL("municipality", "муниципалитет", REF, municipality),
    COL("settlement", "населённый пункт", TEXT, settlement),
    COL("kind", "тип|вид", TEXT, kind),
    WORD("location", "местность|расположение", location, words_location),
    COL("parent", "головная школа|филиал школы", REF, parent),
    COL("pupils", "учеников|обучающихся", INT, pupils),
    COL("address", "адрес", TEXT, address),
    COL("phone", "телефон", TEXT, phone),
    COL("email", "почта|электронная почта", TEXT, email),
    COL("vk", "вк|вконтакте", TEXT, vk),
    COL("site", "сайт", TEXT, site),
    COL("grades", "классы", TEXT, grades),
    COL("head", "руководитель|директор", TEXT, head),
    COL("aliases", "другие названия|псевдонимы", TEXTS, aliases),
    COL("status", "статус|состояние", TEXT, status),
    COL("successor", "преемник", REF, successor),
};
static const struct school school_initial = {.pupils = -1};
SCHEMA(schools, "schools.csv", school_slots, &school_initial);
#undef R

#define R struct organisation
static const struct slot organisation_slots[] = {
    REQ("id", "код", ID, id),
    REQ("name", "название|наименование", TEXT, name),
    COL("short", "краткое название|кратко", TEXT, brief),
    COL("aliases", "другие названия|псевдонимы", TEXTS, aliases),
    COL("kind", "тип|вид", TEXT, kind),
    COL("site", "сайт", TEXT, site),
    COL("phone", "телефон", TEXT, phone),
};
SCHEMA(organisations, "organisations.csv", organisation_slots, NULL);
#undef R

#define R struct term
static const struct slot term_slots[] = {
    REQ("id", "код", ID, id),
    REQ("term", "термин", TEXT, term),
    REQ("definition", "определение|что это", TEXT, definition),
    COL("synonyms", "синонимы", TEXTS, synonyms),
};
SCHEMA(glossary, "glossary.csv", term_slots, NULL);
#undef R

#define R struct synonym
static const struct slot synonym_slots[] = {
    REQ("word", "слово", TEXT, word),
    REQ("means", "значит|то же, что", TEXT, means),
};
SCHEMA(synonyms, "search-synonyms.csv", synonym_slots, NULL);
#undef R

#define R struct explanation
static const struct slot explanation_slots[] = {
    REQ("finding", "находка|замечание", TEXT, finding),
    REQ("words", "пояснение|объяснение", TEXT, words),
};
SCHEMA(explanations, "explanations.csv", explanation_slots, NULL);
#undef R

#define R struct former
static const struct slot former_slots[] = {
    REQ("was", "прежний код|был", TEXT, was),
    COL("now", "новый код|стал", REF, now),
    COL("title", "название|наименование", TEXT, title),
    COL("since", "с какого времени|с", PERIOD, since),
    COL("reason", "причина", TEXT, reason),
};
SCHEMA(former, "former.csv", former_slots, NULL);
#undef R

#define R struct frozen
static const struct slot frozen_slots[] = {
    REQ("id", "код", ID, id),
    REQ("indicator", "показатель", REF, indicator),
    COL("school", "школа", REF, school),
    REQ("period", "период|год", PERIOD, period),
    REQ("date", "дата", DATE, on),
    COL("reason", "причина|для чего", TEXT, reason),
};
SCHEMA(frozen, "frozen.csv", frozen_slots, NULL);
#undef R

/* --- data/<programme>/ --- */

#define R struct participant
static const struct slot participant_slots[] = {
    REQ("school", "школа", REF, school),
    WORD("role", "роль", role, words_role),
    COL("partner", "партнёр", REF, partner),
    COL("since", "начало|с", TEXT, since),
    COL("until", "окончание|по", TEXT, until),
    COL("agreement", "договор|соглашение", TEXT, agreement),
    COL("note", "примечание", TEXT, note),
};
SCHEMA(participants, "participants.csv", participant_slots, NULL);
#undef R

#define R struct indicator_row
static const struct slot indicator_slots[] = {
    REQ("id", "код", ID, indicator.id),
    REQ("title", "название|наименование|показатель", TEXT, indicator.title),
    REQ("unit", "единица|ед. изм.|единица измерения", TEXT, indicator.unit),
    COL("number", "номер|№ п/п", TEXT, indicator.number),
    COL("question", "вопрос", TEXT, indicator.question),
    COL("official_title", "официальное название|полное название", TEXT,
        indicator.official_title),
    COL("task", "задача", REF, indicator.task),
    COL("group", "группа", TEXT, indicator.group),
    WORD("kind", "вид", indicator.kind, words_kind),
    WORD("direction", "направление", indicator.direction, words_direction),
    WORD("class", "класс", indicator.privacy, words_class),
    WORD("publish_level", "уровень публикации", indicator.publish_level,
         words_level),
    WORD("policy", "порядок скрытия", indicator.policy, words_policy),
    WORD("aggregate", "свод|как считать итог", indicator.aggregate,
         words_aggregate),
    COL("denominator", "знаменатель", REF, indicator.denominator),
    COL("part_of", "часть показателя|в том числе", REF, indicator.part_of),
    COL("schools", "школы", REFS, indicator.schools),
    COL("subj", "кто", TEXT, indicator.subj),
    COL("verb_one", "сделал", TEXT, indicator.verb_one),
    COL("verb_many", "сделали", TEXT, indicator.verb_many),
    NUM("max", "максимум", indicator.max, indicator.has_max),
    COL("decimals", "знаков после запятой", INT, indicator.decimals),
    TEXT_AT("domain", "шкала", domain, domain_at),
    TEXT_AT("baseline", "исходное значение|база", baseline, baseline_at),
    COL("deadline", "срок", PERIOD, indicator.deadline),
    COL("until", "последний период|собирали по", PERIOD, indicator.until),
    COL("source", "источник", TEXT, indicator.source),
    COL("collection", "сбор|метод сбора|как собирают", TEXT,
        indicator.collection),
    COL("owner", "ответственный", TEXT, indicator.owner),
    COL("next_release", "следующая публикация", TEXT,
        indicator.next_release),
    COL("meaning", "что это значит", TEXT, indicator.meaning),
    COL("caveat", "оговорка", TEXT, indicator.caveat),
    WORD("achievement", "оценка достижения", indicator.achievement,
         words_achievement),
    COL("aliases", "другие названия|псевдонимы", TEXTS, indicator.aliases),
    COL("same_as", "тот же показатель", REF, indicator.same_as),
};
/* -1: not given, so that the default can depend on other columns. */
static const struct indicator_row indicator_initial = {
    .indicator = {.kind = -1, .direction = -1, .privacy = -1,
                  .publish_level = -1, .policy = POLICY_SCHOOLS_FIRST,
                  .aggregate = AGGREGATE_GIVEN, .decimals = 1,
                  .achievement = -1}};
SCHEMA(indicators, "indicators.csv", indicator_slots, &indicator_initial);
#undef R

#define R struct target_row
static const struct slot target_slots[] = {
    REQ("indicator", "показатель", TEXT, indicator),
    REQ("period", "период|год", TEXT, period),
    REQ("target", "цель|целевое значение|план", TEXT, target),
    COL("school", "школа", TEXT, school),
    COL("basis", "основание", TEXT, basis),
};
SCHEMA(targets, "targets.csv", target_slots, NULL);
#undef R

#define R struct value_row
static const struct slot value_slots[] = {
    REQ("indicator", "показатель", TEXT, indicator),
    COL("school", "школа", TEXT, school),
    REQ("period", "период|год|учебный год", TEXT, period),
    COL("value", "значение|факт", TEXT, value),
    COL("numerator", "числитель|количество", TEXT, numerator),
    COL("n", "всего|численность|знаменатель", TEXT, n),
    COL("status", "статус|состояние", TEXT, status),
    COL("flag", "отметка|пометка", TEXT, flag),
    COL("note", "примечание", TEXT, note),
    COL("reason", "причина", TEXT, reason),
    COL("unit", "единица|ед. изм.|единица измерения", TEXT, unit),
};
SCHEMA(values, "values.csv", value_slots, NULL);
#undef R

#define R struct series_break
static const struct slot break_slots[] = {
    REQ("indicator", "показатель", REF, indicator),
    REQ("period", "период|год", PERIOD, period),
    REQ("note", "примечание|что изменилось", TEXT, note),
};
SCHEMA(breaks, "breaks.csv", break_slots, NULL);
#undef R

#define R struct threshold_row
static const struct slot threshold_slots[] = {
    REQ("indicator", "показатель", REF, threshold.indicator),
    REQ("period", "период|год", PERIOD, threshold.period),
    COL("purpose", "назначение|для чего", TEXT, threshold.purpose),
    {"value", "значение", SLOT_NUM, offsetof(R, threshold.value),
     offsetof(R, given), true, NULL},
};
SCHEMA(thresholds, "thresholds.csv", threshold_slots, NULL);
#undef R

#define R struct measure
static const struct slot plan_slots[] = {
    REQ("id", "код", ID, id),
    REQ("title", "название|мероприятие", TEXT, title),
    COL("number", "номер|№ п/п", TEXT, number),
    COL("section", "раздел|направление", TEXT, section),
    COL("subprogramme", "подпрограмма", REF, subprogramme),
    TEXT_AT("when", "срок|сроки|когда", when_text, when_at),
    COL("responsible", "ответственные|ответственный|исполнитель", REFS,
        responsible),
    COL("result", "результат|ожидаемый результат", TEXT, result),
    COL("audience", "для кого|аудитория", TEXT, audience),
    COL("indicators", "показатели", REFS, indicators),
    COL("schools", "школы", REFS, schools),
    WORD("status", "статус|состояние", status, words_done),
    COL("done_on", "дата выполнения|выполнено", DATE, done_on),
    COL("evidence", "подтверждение", TEXT, evidence),
    COL("reason", "причина", TEXT, reason),
};
GLUED_SCHEMA(plan, "plan.csv", plan_slots);
#undef R

#define R struct report
static const struct slot progress_slots[] = {
    REQ("measure", "мероприятие", REF, measure),
    REQ("period", "период|год", PERIOD, period),
    {"status", "статус|состояние", SLOT_WORD, offsetof(R, status), 0, true,
     words_done},
    COL("done_on", "дата выполнения", DATE, done_on),
    COL("title", "название", TEXT, title),
    COL("school", "школа", REF, school),
    COL("place", "место", TEXT, place),
    COL("result", "результат", TEXT, result),
    COL("evidence", "подтверждение", TEXT, evidence),
    COL("reason", "причина", TEXT, reason),
};
SCHEMA(progress, "progress.csv", progress_slots, NULL);
#undef R

#define R struct money
static const struct slot finance_slots[] = {
    REQ("year", "год", INT, year),
    COL("source", "источник", TEXT, source),
    COL("purpose", "назначение|на что", TEXT, purpose),
    NUM("planned", "план|запланировано", planned, has_planned),
    NUM("actual", "факт|исполнено|кассовое исполнение", actual, has_actual),
    COL("unit", "единица|ед. изм.", TEXT, unit),
};
SCHEMA(finance, "finance.csv", finance_slots, NULL);
#undef R

#define R struct risk
static const struct slot risk_slots[] = {
    REQ("risk", "риск", TEXT, risk),
    COL("consequence", "последствие|последствия", TEXT, consequence),
    COL("measures", "меры|что делаем", TEXT, measures),
    COL("owner", "ответственный", REFS, owner),
    COL("indicators", "показатели", REFS, indicators),
};
GLUED_SCHEMA(risks, "risks.csv", risk_slots);
#undef R

#define R struct document
static const struct slot document_slots[] = {
    REQ("id", "код", ID, id),
    REQ("title", "название|документ", TEXT, title),
    COL("kind", "вид", TEXT, kind),
    COL("school", "школа", REF, school),
    COL("number", "номер", TEXT, number),
    COL("date", "дата", DATE, adopted_on),
    COL("adopted_by", "кем принят|кто принял", TEXT, adopted_by),
    COL("file", "файл", TEXT, file),
    COL("url", "ссылка|адрес", TEXT, url),
    COL("replaces", "заменяет", REF, replaces),
    COL("status", "статус|состояние", TEXT, status),
};
SCHEMA(documents, "documents.csv", document_slots, NULL);
#undef R

#define R struct monitoring
static const struct slot monitoring_slots[] = {
    REQ("id", "код", ID, id),
    REQ("subject", "предмет|объект", TEXT, subject),
    COL("criterion", "критерий", TEXT, criterion),
    COL("indicators", "показатели", REFS, indicators),
    COL("instrument", "инструмент", TEXT, instrument),
    COL("source", "источник", TEXT, source),
    COL("when", "срок|когда", TEXT, when),
    COL("responsible", "ответственный", TEXT, responsible),
    COL("done_on", "дата", DATE, done_on),
    COL("report", "отчёт", TEXT, report),
};
SCHEMA(monitoring, "monitoring.csv", monitoring_slots, NULL);
#undef R

#define R struct finding
static const struct slot finding_slots[] = {
    REQ("id", "код", ID, id),
    COL("kind", "вид", TEXT, kind),
    REQ("text", "текст|вывод", TEXT, text),
    COL("report", "отчёт", REF, report),
    COL("school", "школа", REF, school),
    COL("indicator", "показатель", REF, indicator),
    COL("recommendation", "рекомендация", TEXT, recommendation),
    COL("measures", "мероприятия", REFS, measures),
    COL("decision", "решение", TEXT, decision),
    COL("effect", "эффект", TEXT, effect),
};
SCHEMA(findings, "findings.csv", finding_slots, NULL);
#undef R

#define R struct override
static const struct slot override_slots[] = {
    REQ("indicator", "показатель", REF, indicator),
    COL("school", "школа", REF, school),
    COL("period", "период|год", PERIOD, period),
    {"rule", "правило", SLOT_WORD, offsetof(R, rule), 0, true, words_rule},
    REQ("reason", "причина|основание", TEXT, reason),
};
SCHEMA(overrides, "overrides.csv", override_slots, NULL);
#undef R

#define R struct cluster
static const struct slot cluster_slots[] = {
    REQ("school", "школа", REF, school),
    REQ("period", "период|год", PERIOD, period),
    REQ("result", "результат", TEXT, result),
    REQ("process", "процесс", TEXT, process),
    COL("source", "источник", TEXT, source),
};
SCHEMA(clusters, "clusters.csv", cluster_slots, NULL);
#undef R

/* --- front matter --- */

#define FRONT_SLOTS                                             \
    COL("summary", "кратко|аннотация", TEXT, text.summary),     \
    COL("order", "порядок", INT, text.order),                   \
    {"nav", "меню", SLOT_BOOL, offsetof(R, nav),                \
     offsetof(R, nav_given), false, NULL},                      \
    COL("updated", "обновлено", DATE, text.updated),            \
    COL("draft", "черновик", BOOL, text.draft),                 \
    COL("extra", "дополнительно", NODE, nodes.extra),           \
    COL("help", "помощь", NODE, nodes.help)

#define R struct front
#define at text.at
static const struct front front_initial = {.text = {.order = 1000},
                                           .nav = true};
static const struct slot front_slots[] = {
    COL("title", "заголовок|название", TEXT, text.title), FRONT_SLOTS};
SCHEMA(front, "front matter", front_slots, &front_initial);
static const struct slot front_titled_slots[] = {
    REQ("title", "заголовок|название", TEXT, text.title), FRONT_SLOTS};
SCHEMA(front_titled, "front matter", front_titled_slots, &front_initial);
#undef at
#undef R

#define R struct programme_front
static const struct slot programme_slots[] = {
    COL("short", "краткое название", TEXT, programme.brief),
    COL("municipality", "муниципалитет", REF, programme.municipality),
    COL("period", "срок реализации программы|сроки реализации|срок", SPAN,
        programme.period),
    COL("as_of", "на дату", DATE, programme.as_of),
    WORD("scope", "охват", programme.scope, words_scope),
    COL("approved", "утверждена|утверждено", TEXT, programme.approved),
    COL("legal",
        "нормативные основания разработки программы|основания для разработки"
        " программы|основания", TEXTS, programme.legal),
    COL("developer",
        "разработчик программы|разработчики программы|основные разработчики"
        " программы|разработчик", TEXTS, programme.developer),
    COL("executors",
        "исполнители программы|основные исполнители программы|ответственный"
        " исполнитель программы|соисполнители и участники программы"
        "|исполнители", TEXTS, programme.executors),
    COL("goal", "цель программы|цель", TEXT, programme.goal),
    COL("tasks", "задачи программы|основные задачи программы|задачи", NODE,
        nodes.tasks),
    COL("expected",
        "ожидаемые результаты реализации программы|ожидаемые результаты",
        TEXTS, programme.expected),
    COL("control", "контроль реализации программы|контроль", TEXTS,
        programme.control),
    COL("resources",
        "ресурсное обеспечение|объём и источники финансирования", TEXTS,
        programme.resources),
    COL("source_note", "об источнике", TEXT, programme.source_note),
    WORD("achievement", "оценка достижения", programme.achievement,
         words_achievement),
    COL("demo", "демонстрация", BOOL, programme.demo),
};
/* -1: not given. */
static const struct programme_front programme_initial = {
    .programme = {.achievement = -1}};
SCHEMA(programme, "programme", programme_slots, &programme_initial);
#undef R

#define R struct section
#define at text.at
static const struct slot section_slots[] = {
    WORD("kind", "вид", kind, words_section),
    COL("period", "период", PERIOD, period),
    COL("tasks", "задачи", TEXTS, tasks),
};
SCHEMA(section, "section", section_slots, NULL);
#undef at
#undef R

#define R struct practice_front
static const struct slot practice_slots[] = {
    COL("programme", "программа", REF, practice.programme),
    COL("school", "школа", REF, practice.school),
    COL("source", "источник", TEXT, practice.source),
    COL("goal", "задача программы|цель", TEXT, practice.goal),
    COL("indicators", "показатели", REFS, practice.indicators),
    COL("measures", "мероприятия", REFS, practice.measures),
    SOME_WORDS("level", "ступень", practice.stages, words_stage),
    COL("grades", "классы", TEXT, practice.grades),
    COL("subjects", "предметы", TEXTS, practice.subjects),
    COL("problem", "задача|проблема", TEXT, practice.problem),
    COL("authors", "авторы", TEXTS, practice.authors),
    COL("contact", "контакт", TEXT, practice.contact),
    COL("conditions", "условия|что понадобится", TEXT, practice.conditions),
    COL("steps", "шаги", NODE, nodes.steps),
    COL("cost", "затраты", INT, practice.cost),
    COL("hours", "часы", TEXT, practice.hours),
    COL("effect", "эффект|результат", NODE, nodes.effect),
    COL("evidence", "доказательность", INT, practice.evidence),
    COL("duration_to_effect", "через сколько виден результат", TEXT,
        practice.duration_to_effect),
    COL("risks", "риски", TEXT, practice.risks),
    COL("not_for", "когда не подходит", TEXT, practice.not_for),
    COL("materials", "материалы", TEXTS, practice.materials),
    WORD("status", "статус|состояние", practice.status, words_practice),
    COL("reviewed", "проверена", DATE, practice.reviewed),
    COL("review_by", "проверить до", DATE, practice.review_by),
    COL("experts", "эксперты", NODE, nodes.experts),
    COL("adopted_by", "кто повторил", NODE, nodes.adopted_by),
    COL("licence", "лицензия", TEXT, practice.licence),
    COL("consent", "согласие", BOOL, practice.consent),
};
static const struct practice_front practice_initial = {
    .practice = {.cost = -1, .evidence = -1, .status = PRACTICE_DRAFT}};
SCHEMA(practice, "practice", practice_slots, &practice_initial);
#undef R

#define R struct news
#define at text.at
static const struct slot news_slots[] = {
    REQ("date", "дата", DATE, on),
    COL("school", "школа", REF, school),
    COL("programme", "программа", REF, programme),
};
SCHEMA(news, "news", news_slots, NULL);
#undef at
#undef R
