#!/usr/bin/env bash
# Generates the client that follow_up.py uses, `followup_client`, into FOLDER.
#
#   examples/python/generate.sh FOLDER
set -euo pipefail
here=$(dirname "$0")
openapi-python-client generate --path "$here/../../openapi/openapi.json" --output-path "$1/followup_client" \
  --meta none --overwrite --config "$here/client.yaml"
