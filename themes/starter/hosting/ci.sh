#!/bin/sh
# What a build server does with this site; the files of the hosts call it.
#   sh hosting/ci.sh install   vitrina, unless it is there
#   sh hosting/ci.sh check     every text and table; the answer goes into the
#                              discussion of the merge request
#   sh hosting/ci.sh publish   the site into its branch, and to the server
# VITRINA_SOURCE is the address of vitrina's sources, VITRINA_VERSION a tag or
# branch of them. GITHUB_TOKEN or VITRINA_TOKEN may write comments.
set -eu
mark='<!-- vitrina -->'

install_vitrina() {
    ! command -v vitrina >/dev/null || return 0
    sources=$(mktemp -d)
    git clone -q --depth 1 ${VITRINA_VERSION:+--branch "$VITRINA_VERSION"} \
        "$VITRINA_SOURCE" "$sources"
    make -s -C "$sources" deps
    make -s -C "$sources" -j2 all
    make -s -C "$sources" install
}

# The folder may belong to another user than the one of the container.
trust() {
    git config --global --add safe.directory "$PWD"
}

# answer STATUS REPORT: what people read, as Markdown.
answer() {
    echo "$mark"
    if [ ! -s "$2" ]; then
        echo 'Проверка пройдена, замечаний нет.'
        return
    fi
    if [ "$1" -eq 0 ]; then
        echo 'Проверка пройдена. Посмотрите замечания:'
    else
        echo 'Проверка не пройдена, сайт с этой правкой не соберётся.'
    fi
    printf '\n```text\n'
    sed -n '1,60s/^vitrina: //p' "$2"
    echo '```'
    [ "$(wc -l <"$2")" -le 60 ] || echo 'Показаны первые 60 строк.'
}

# api METHOD ADDRESS [CURL OPTIONS]: with the host's own kind of key.
api() {
    method=$1 address=$2
    shift 2
    curl -fsS -X "$method" -H "$key" -H 'Content-Type: application/json' \
        "$@" "$address"
}

# say COMMENTS ONE CHANGE: writes the text on standard input as a comment, or
# in the place of the one written last time (ONE/ID, by the method CHANGE).
say() {
    body=$(jq -Rsc '{body: .}')
    old=$(api GET "$1?per_page=100" | jq -r --arg mark "$mark" \
        'map(select(.body | startswith($mark))) | last | .id // empty')
    if [ -n "$old" ]; then
        api "$3" "$2/$old" --data "$body" >/dev/null
    else
        api POST "$1" --data "$body" >/dev/null
    fi
}

# Where the discussion is; without one, or without a key, the log must do.
comment() {
    number=$(printf '%s' "${GITHUB_REF:-}" |
        sed -n 's|^refs/pull/\([0-9]*\)/.*|\1|p')
    if [ -n "$number" ] && [ -n "${GITHUB_TOKEN:-}" ]; then
        key="Authorization: token $GITHUB_TOKEN"
        issues=$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/issues
        say "$issues/$number/comments" "$issues/comments" PATCH
    elif [ -n "${CI_MERGE_REQUEST_IID:-}" ] && [ -n "${VITRINA_TOKEN:-}" ]; then
        key="PRIVATE-TOKEN: $VITRINA_TOKEN"
        notes=$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests
        notes=$notes/$CI_MERGE_REQUEST_IID/notes
        say "$notes" "$notes" PUT
    else
        cat >/dev/null
    fi
}

# Marks beside the changed lines, where the host can show them.
annotate() {
    if [ -n "${GITHUB_ACTIONS:-}" ]; then
        vitrina check --lang ru --format=github || true
    elif [ -n "${GITLAB_CI:-}" ]; then
        { vitrina check --lang ru --format=json || true; } | jq '
            map({description: .message, check_name: .id,
                 fingerprint: "\(.file):\(.line):\(.col):\(.id)",
                 severity: (if .level == "error" then "major"
                            else "minor" end),
                 location: {path: .file, lines: {begin: .line}}})' \
            >gl-code-quality-report.json
    fi
}

check() {
    status=0
    vitrina check --lang ru 2>report.txt || status=$?
    cat report.txt
    annotate
    answer "$status" report.txt | comment ||
        echo 'Ответ не записан в обсуждение: нет прав.'
    exit "$status"
}

publish() {
    # In the name of whoever made the last change.
    git config user.name >/dev/null ||
        git config user.name "$(git log -1 --format=%an)"
    git config user.email >/dev/null ||
        git config user.email "$(git log -1 --format=%ae)"
    vitrina publish --lang ru --remote origin
}

case ${1:-} in
install) install_vitrina ;;
check) trust && check ;;
publish) trust && publish ;;
*) sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
esac
