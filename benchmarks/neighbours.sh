#!/bin/sh
# Installs what the benchmarks compare with into benchmarks/.neighbours, away from the product's own environment.
# Needs Python 3.11 or newer and Node 18 or newer. Delete the folder to be rid of it.
set -eu
cd "$(dirname "$0")"
mkdir -p .neighbours/boardgame
test -x .neighbours/negmas/bin/python || "${PYTHON:-python3}" -m venv .neighbours/negmas
.neighbours/negmas/bin/python -m pip install --quiet "negmas==0.16.0"
npm install --no-save --no-audit --no-fund --prefix .neighbours/boardgame "boardgame.io@0.50"
test -x .neighbours/chess/bin/python || "${PYTHON:-python3}" -m venv .neighbours/chess
.neighbours/chess/bin/python -m pip install --quiet "chess==1.11.2"
