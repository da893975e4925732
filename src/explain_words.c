/*
 * explain_words: words for kinds of files. See explain_words.h.
 *
 * For cmd_explain.c.
 */
#include "explain_words.h"

struct words {
    const char *name, *in[2];   /* by enum lang */
};

/* In the order of pages.c. */
static const struct words kinds[] = {
    {"home", {"главная страница", "the home page"}},
    {"schools", {"список школ", "the list of schools"}},
    {"school", {"страница школы", "page of a school"}},
    {"poster", {"плакат школы", "poster of a school"}},
    {"kit", {"набор школы", "kit of a school"}},
    {"kit_how", {"инструкция к набору школы", "how to use a school's kit"}},
    {"kit_page", {"страница из набора школы", "page of a school's kit"}},
    {"kit_sheet", {"листок для родителей", "sheet for parents"}},
    {"embeds", {"что можно вставить на другие сайты",
                "what other sites can show"}},
    {"embed", {"коды для сайта школы", "codes for a school's website"}},
    {"widget", {"карточка школы для других сайтов",
                "card of a school for other sites"}},
    {"widget_indicator", {"карточка показателя для других сайтов",
                          "card of an indicator for other sites"}},
    {"widget_frozen", {"застывшая карточка", "frozen card"}},
    {"widget_gone", {"карточка того, чего больше нет",
                     "card of what is gone"}},
    {"short", {"короткий адрес школы", "short address of a school"}},
    {"programmes", {"список программ", "the list of programmes"}},
    {"programme", {"страница программы", "page of a programme"}},
    {"section", {"текст программы", "text of a programme"}},
    {"report", {"отчёт программы за год", "yearly report of a programme"}},
    {"monitoring", {"мониторинг программы", "monitoring of a programme"}},
    {"all_indicators", {"показатели всех программ",
                        "indicators of all programmes"}},
    {"indicators", {"показатели программы", "indicators of a programme"}},
    {"indicator", {"страница показателя", "page of an indicator"}},
    {"all_plans", {"планы всех программ", "plans of all programmes"}},
    {"plan", {"план программы", "plan of a programme"}},
    {"practices", {"банк практик", "the bank of practices"}},
    {"facet", {"подборка практик", "a choice of practices"}},
    {"practice", {"страница практики", "page of a practice"}},
    {"organisations", {"список организаций", "the list of organisations"}},
    {"news_index", {"список новостей", "the list of news"}},
    {"news", {"новость", "news item"}},
    {"text", {"страница с текстом", "page of text"}},
    {"glossary", {"словарь", "the glossary"}},
    {"methodology", {"как считаются показатели", "the methodology"}},
    {"quality", {"качество данных", "quality of the data"}},
    {"changes", {"что изменилось", "what has changed"}},
    {"changes_year", {"что изменилось за год", "what a year has changed"}},
    {"data", {"открытые данные", "open data"}},
    {"about", {"о сайте", "about the site"}},
    {"accessibility", {"доступность", "accessibility"}},
    {"not_found", {"страница для того, чего нет", "page for what is missing"}},
    {"search", {"поиск", "search"}},
    {"table", {"таблица открытых данных", "table of open data"}},
    {"practices file", {"практики как открытые данные",
                        "practices as open data"}},
    {"practice feed", {"лента практик", "feed of practices"}},
    {"report-table", {"таблица отчёта за год", "table of a yearly report"}},
    {"calc", {"расчёт показателей", "how indicators are computed"}},
    {"school-table", {"таблица школы", "table of a school"}},
    {"widget_chart", {"картинка с графиком для других сайтов",
                      "picture of a chart for other sites"}},
    {"widget_frozen_chart", {"застывшая картинка с графиком",
                             "frozen picture of a chart"}},
    {"widget_gone_chart", {"картинка того, чего больше нет",
                           "picture of what is gone"}},
    {"oembed", {"описание карточки для программ",
                "description of a card for programs"}},
    {"card", {"картинка для соцсетей", "picture for social networks"}},
    {"kit_text", {"текст из набора школы", "text of a school's kit"}},
    {"kit_qr", {"QR-код школы", "QR code of a school"}},
    {"kit_zip", {"архив набора школы", "archive of a school's kit"}},
    {"calendar", {"календарь плана", "calendar of a plan"}},
    {"school_calendar", {"календарь школы", "calendar of a school"}},
    {"feed", {"лента изменений", "feed of changes"}},
    {"attachment", {"приложенный файл", "attached file"}},
    {"theme", {"файл оформления", "file of the theme"}},
    {"nojekyll", {"знак для GitHub Pages", "mark for GitHub Pages"}},
    {"robots", {"файл для поисковиков", "file for search engines"}},
    {"sitemap", {"карта сайта для поисковиков",
                 "map of the site for search engines"}},
    {"search index", {"указатель поиска", "index of the search"}},
    {"search words", {"слова поиска", "words of the search"}},
    {"search texts", {"тексты поиска", "texts of the search"}},
};

/* By the end of the path, from the more to the less special. */
static const struct words sources[] = {
    {"content/site.yml", {"настройки сайта", "settings of the site"}},
    {"/index.md", {"заглавный текст", "main text"}},
    {".md", {"текст", "text"}},
    {"/schools.csv", {"школы", "schools"}},
    {"/organisations.csv", {"организации", "organisations"}},
    {"/glossary.csv", {"словарь", "glossary"}},
    {"/search-synonyms.csv", {"синонимы для поиска", "synonyms for search"}},
    {"/explanations.csv", {"пояснения к находкам",
                           "explanations of findings"}},
    {"/former.csv", {"прежние коды", "former ids"}},
    {"/frozen.csv", {"застывшие картинки", "frozen pictures"}},
    {"/passport.csv", {"паспорт программы", "passport of the programme"}},
    {"/participants.csv", {"участники", "participants"}},
    {"/indicators.csv", {"показатели", "indicators"}},
    {"/targets.csv", {"цели", "targets"}},
    {"/breaks.csv", {"разрывы рядов", "breaks in series"}},
    {"/thresholds.csv", {"пороги", "thresholds"}},
    {"/plan.csv", {"план", "plan"}},
    {"/progress.csv", {"ход выполнения", "progress"}},
    {"/finance.csv", {"деньги", "money"}},
    {"/risks.csv", {"риски", "risks"}},
    {"/documents.csv", {"документы", "documents"}},
    {"/monitoring.csv", {"мониторинг", "monitoring"}},
    {"/findings.csv", {"выводы мониторинга", "findings of monitoring"}},
    {"/overrides.csv", {"исключения из правил защиты",
                        "exceptions from disclosure rules"}},
    {"/clusters.csv", {"группы школ", "clusters of schools"}},
    {".csv", {"значения", "values"}},
    {".yml", {"слова оформления", "words of the theme"}},
    {".html", {"шаблон", "template"}},
    {"", {"файл", "file"}},
};

const char *explain_kind_words(struct str kind, enum lang lang)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_is(kind, kinds[i].name))
            return kinds[i].in[lang];
    return NULL;
}

const char *explain_source_words(struct str file, enum lang lang)
{
    size_t i = 0;
    while (!str_ends(file, str_of(sources[i].name)))
        i++;
    return sources[i].in[lang];
}
