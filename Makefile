# vitrina: two commands do everything: `make site` and `make test`.
# Packages that are missing are installed by `make deps`, which both call.

VERSION  = 0.1.0
CC       ?= cc
B        = build
PREFIX   = /usr/local

PACKAGES = build-essential pkg-config git libcmark-gfm-dev \
           libcmark-gfm-extensions-dev libcsv-dev libgit2-dev libyaml-dev \
           libutf8proc-dev libxxhash-dev libmicrohttpd-dev libqrencode-dev \
           libstemmer-dev zlib1g-dev librsvg2-dev libcairo2-dev \
           libfontconfig-dev
TESTS_PACKAGES = libcmocka-dev clang libclang-rt-14-dev
# Of node and java any that is there will do.
BROWSER_PACKAGES = chromium fonts-dejavu-core \
           $(if $(shell command -v npm),,nodejs npm) \
           $(if $(shell command -v java),,default-jre-headless)
# A server and its tools, for the recipes of `new --hosting`.
HOSTING_PACKAGES = nginx-light curl jq rsync
# Any LibreOffice that is there will do.
OFFICE_PACKAGES = $(if $(shell command -v soffice),,libreoffice-calc-nogui)
LIBS     = libcmark-gfm libgit2 libmicrohttpd yaml-0.1 libutf8proc \
           libxxhash libqrencode zlib librsvg-2.0 cairo fontconfig

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
OPTIMISE = -O2 -g
CFLAGS   = -std=c11 -D_POSIX_C_SOURCE=200809L $(OPTIMISE) $(WARNINGS) \
           $(SANITIZE)
CPPFLAGS = -Isrc -MMD -MP -DVITRINA_VERSION='"$(VERSION)"' \
           $(shell pkg-config --cflags $(LIBS) 2>/dev/null)
LDLIBS   = $(shell pkg-config --libs $(LIBS) 2>/dev/null) \
           -lcmark-gfm-extensions -lcmark-gfm -lcsv -lstemmer -lpthread -lm

SOURCES  = $(wildcard src/*.c src/*/*.c)
EMBEDDED = $(B)/theme_default.o $(B)/theme_fonts.o $(B)/theme_school.o \
           $(B)/theme_starter.o
OBJECTS  = $(SOURCES:%.c=$(B)/%.o) $(EMBEDDED)
# What unit tests link: everything but the commands.
PARTS    = $(filter-out $(B)/src/main.o $(B)/src/cmd_%.o,$(OBJECTS))
UNITS    = $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/test_*.c))
THEME    = $(shell find themes -type f 2>/dev/null)

.PHONY: site publish test test-all lint bench install clean deps deps-test \
        deps-browser deps-hosting deps-office gallery \
        all units regen
.SECONDARY:
.DEFAULT_GOAL = site

# --- the two commands ---

site: deps
	@$(MAKE) -s --no-print-directory -j2 $(B)/vitrina
	@$(B)/vitrina build --strict -o public
	@echo
	@echo "Откройте в браузере: public/index.html"
	@echo "Дальше: make publish (запишет сайт в ветку pages этого репозитория)"

publish: deps
	@$(MAKE) -s --no-print-directory -j2 $(B)/vitrina
	@$(B)/vitrina publish --strict

test: deps deps-test
	@tests/run.sh quick

test-all: deps deps-test deps-browser deps-hosting deps-office
	@tests/run.sh slow

# Every chart and kind of page as pictures: build/gallery/index.html
gallery: deps deps-browser
	@$(MAKE) -s --no-print-directory -j2 $(B)/vitrina
	@tests/browser/browser.sh $(B)/vitrina $(B)/browser gallery

# --- packages ---

# Says what is missing and installs it; with everything there it is silent.
define install
	@missing=""; for p in $(1); do \
	  dpkg-query -W -f='$${db:Status-Status}' $$p 2>/dev/null | \
	    grep -qx installed || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "Устанавливаю недостающие пакеты (apt-get):$$missing"; \
	  $$sudo apt-get -o DPkg::Lock::Timeout=300 update -qq && \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get \
	    -o DPkg::Lock::Timeout=300 install -y -qq \
	    --no-install-recommends $$missing >/dev/null; fi
endef

deps:
	$(call install,$(PACKAGES))

deps-test:
	$(call install,$(TESTS_PACKAGES))

deps-browser:
	$(call install,$(BROWSER_PACKAGES))

deps-hosting:
	$(call install,$(HOSTING_PACKAGES))

deps-office:
	$(call install,$(OFFICE_PACKAGES))

# --- the program ---

all: $(B)/vitrina

$(B)/vitrina: $(OBJECTS)
	@echo "  LINK $@"
	@$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(OBJECTS) $(LDLIBS)

$(B)/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo "  CC   $<"
	@$(CC) $(CFLAGS) $(CPPFLAGS) -c -o $@ $<

$(filter-out $(B)/theme_fonts.c,$(EMBEDDED:.o=.c)): $(B)/theme_%.c: \
    src/render/embed.sh $(THEME)
	@mkdir -p $(@D)
	@src/render/embed.sh themes/$* > $@

# Apart, because it takes the compiler a second.
$(B)/theme_fonts.c: src/render/embed.sh $(wildcard themes/default/fonts/*)
	@mkdir -p $(@D)
	@src/render/embed.sh themes/default/fonts > $@

$(EMBEDDED): $(B)/theme_%.o: $(B)/theme_%.c
	@$(CC) $(CFLAGS) $(CPPFLAGS) -c -o $@ $<

# --- tests ---

$(B)/parts.a: $(PARTS)
	@rm -f $@ && ar crs $@ $(PARTS)

$(B)/unit/%: tests/unit/%.c $(B)/parts.a
	@mkdir -p $(@D)
	@echo "  TEST $<"
	@$(CC) $(CFLAGS) $(CPPFLAGS) -Itests -o $@ $< $(B)/parts.a $(LDLIBS) \
	  -lcmocka

# Pages for the browser tests to look at.
$(B)/browser/%: tests/browser/%.c $(B)/parts.a
	@mkdir -p $(@D)
	@echo "  TEST $<"
	@$(CC) $(CFLAGS) $(CPPFLAGS) -o $@ $< $(B)/parts.a $(LDLIBS)

# What the search's stems are compared with.
$(B)/search/%: tests/search/%.c $(B)/parts.a
	@mkdir -p $(@D)
	@echo "  TEST $<"
	@$(CC) $(CFLAGS) $(CPPFLAGS) -o $@ $< $(B)/parts.a $(LDLIBS)

units: $(UNITS)

regen: deps
	@$(MAKE) -s --no-print-directory -j2 $(B)/vitrina
	@tests/regen.sh

lint: deps deps-test
	@tests/shape/shape.sh
	@$(MAKE) --no-print-directory -j2 B=$(B)/clang CC=clang \
	  $(B)/clang/vitrina

$(B)/fuzz-%: tests/fuzz/%.c $(B)/parts.a
	@$(CC) $(CFLAGS) $(CPPFLAGS) -fsanitize=fuzzer -o $@ $< $(B)/parts.a \
	  $(LDLIBS)

$(B)/bench-%: tests/bench/%.c $(B)/parts.a
	@$(CC) $(CFLAGS) $(CPPFLAGS) -o $@ $< $(B)/parts.a $(LDLIBS)

bench: deps
	@$(MAKE) -s --no-print-directory -j2 $(B)/vitrina $(B)/bench-release \
	  $(B)/bench-reading
	@tests/bench/bench.sh
	@tests/bench/publish.sh

# --- the rest ---

install: $(B)/vitrina
	install -D -m 755 $(B)/vitrina $(DESTDIR)$(PREFIX)/bin/vitrina
	install -D -m 644 src/vitrina.1 \
	  $(DESTDIR)$(PREFIX)/share/man/man1/vitrina.1

clean:
	rm -rf $(B)

-include $(shell find $(B) -name '*.d' 2>/dev/null)
