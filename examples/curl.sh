#!/usr/bin/env bash
# From an interview in Greenhouse to a plan, a calendar, a picture and an e-mail, with curl and jq.
#
#   examples/curl.sh [SERVICE [FOLDER]]      default: http://127.0.0.1:8080 and the current folder
set -euo pipefail
service=${1:-http://127.0.0.1:8080}
folder=${2:-.}
here=$(dirname "$0")

post() { curl --silent --show-error --fail-with-body --header 'Content-Type: application/json' --data @- "$@"; }

# What Greenhouse doesn't know is added under "facts". Leave out as_of to be answered for now.
facts=$(jq '{object: ., facts: {
  as_of: "2026-03-02T18:00:00-08:00",
  candidate: {name: "Dana Reyes", email: "dana@example.com"},
  employer: {name: "Acme", country: "US", time_zone: "America/Los_Angeles"},
  interview: {position: "Backend Engineer"},
  timeline: {kind: "by_date", date: "2026-03-13"}
}}' "$here/greenhouse_interview.json" | post "$service/v1/imports/greenhouse" | jq .facts)

post "$service/v1/plans" <<< "$facts" | jq --raw-output '.headline, (.steps[] | "\(.act_at // "-")  \(.title)")'
post "$service/v1/schedules" --header 'Accept: text/calendar' --output "$folder/follow-up.ics" <<< "$facts"
post "$service/v1/schedules" --header 'Accept: image/svg+xml' --output "$folder/follow-up.svg" <<< "$facts"
post "$service/v1/messages?recipient=0" --header 'Accept: message/rfc822' --output "$folder/thank-you.eml" <<< "$facts"
ls -l "$folder"/follow-up.ics "$folder"/follow-up.svg "$folder"/thank-you.eml
