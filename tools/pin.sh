#!/bin/sh
# Pin versions and digests anew: constraints.txt for an installation, constraints-dev.txt for the tests. Needs uv.
set -eu
cd "$(dirname "$0")/.."
pin() {
    file=$1; words=$2; shift 2
    printf '# Versions and digests of everything that %s. Made anew with tools/pin.sh.\n' "$words" > "$file.new"
    printf 'hatchling==1.33.0\neditables\n' | uv pip compile -q pyproject.toml - "$@" --universal --python-version 3.11 \
        --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links | grep -v '^--' >> "$file.new"
    mv "$file.new" "$file"
}
pin constraints.txt "an installation from this folder takes"
pin constraints-dev.txt "the tests install" --extra dev
echo "Now: make sbom"
