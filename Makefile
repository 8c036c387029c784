# make demo   the answer on a simulated account        make test   all tests
# make build  .build/release/lifeboat                  make check  the whole gate: format, build, all tests
# make bench  ratios against C and boto3               make screens  record Screens/ and their pictures anew
# make clean  forget all builds and the virtual environment

SWIFT ?= swift
VENV := .venv
PYTHON := $(CURDIR)/$(VENV)/bin/python

# The second line ends with what Swift's toolchain needs of the system to start and to link.
PACKAGES := ca-certificates libcurl4-openssl-dev libssl-dev libexpat1-dev libncurses-dev libsqlite3-dev \
	tzdata git g++ libsqlite3-0 libxml2
TEST_PACKAGES := $(PACKAGES) python3-venv tmux

# One set of flags for every debug build, so that tests never build the world twice.
DEBUG_FLAGS := --build-tests --disable-xctest --explicit-target-dependency-import-check error
SWIFT_TESTS_RAN := Test run with [1-9][0-9]* tests?.* passed
# More than two cores want: a good part of these tests waits for what stays silent. A file's tests share their servers.
END_TO_END_WORKERS ?= 3
PYTEST_RAN := [1-9][0-9]* passed.* in [0-9.]+s

.PHONY: demo build test check bench screens clean packages test-packages release debug lint tests

demo: release
	@.build/release/lifeboat demo

build: release

release: packages
	@echo "Building .build/release/lifeboat (minutes the first time)" >&2
	@.ci/quietly build-release - $(SWIFT) build -c release --product lifeboat

test: tests

check: lint tests

bench: release $(VENV)/installed
	@.ci/quietly build-analyzer-bench - $(SWIFT) build -c release --product analyzer-bench
	@.build/release/analyzer-bench
	@$(PYTHON) Tests/Benchmarks/scan.py --lifeboat .build/release/lifeboat
	@$(PYTHON) Tests/Benchmarks/interface.py --lifeboat .build/release/lifeboat

screens: debug
	@LIFEBOAT_RECORD_SCREENS=1 $(SWIFT) test --skip-build --disable-xctest --filter ScreenTests 2>&1 | tail -1

lint:
	@.ci/quietly format - $(SWIFT) format lint --strict -r Sources Tests Package.swift

debug: test-packages
	@.ci/quietly build-debug - $(SWIFT) build $(DEBUG_FLAGS)

tests: debug $(VENV)/installed
	@LIFEBOAT_PYTHON=$(PYTHON) .ci/quietly swift-test '$(SWIFT_TESTS_RAN)' $(SWIFT) test --skip-build --disable-xctest
	@LIFEBOAT_BIN=$(CURDIR)/.build/debug/lifeboat .ci/quietly end-to-end '$(PYTEST_RAN)' \
		$(PYTHON) -m pytest -q -p no:cacheprovider -n $(END_TO_END_WORKERS) --dist loadfile Tests/EndToEnd

packages:
	@.ci/packages $(PACKAGES)

test-packages:
	@.ci/packages $(TEST_PACKAGES)

# The stamp is written last, so that an interrupted installation is done again.
$(VENV)/installed: Tests/requirements.txt | test-packages
	@echo "Installing what the tests need into $(VENV)" >&2
	@.ci/venv $(VENV) Tests/requirements.txt
	@touch $@

clean:
	@rm -rf .build $(VENV)
