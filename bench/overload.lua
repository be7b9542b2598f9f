-- What wrk sends and tells, for overload.py: the requests in the file that FACTS names, one JSON body a line, to
-- POST PATH in turn; at the end one line of JSON.

local requests = {}
local number = 0

function init()
  for body in io.lines(os.getenv("FACTS")) do
    table.insert(requests, wrk.format("POST", os.getenv("PATH_ASKED"), {["Content-Type"] = "application/json"}, body))
  end
end

function request()
  number = number % #requests + 1
  return requests[number]
end

function done(summary, latency)
  local percentiles = {}
  for _, percent in ipairs({50, 90, 99, 99.5, 99.9}) do
    table.insert(percentiles, string.format('"%g": %.3f', percent, latency:percentile(percent) / 1000))
  end
  local errors = summary.errors
  io.stderr:write(string.format(
    '{"seconds": %.3f, "requests": %d, "refused": %d, "connect": %d, "read": %d, "write": %d, "timeout": %d, "ms": {%s}}\n',
    summary.duration / 1e6, summary.requests, errors.status, errors.connect, errors.read, errors.write, errors.timeout,
    table.concat(percentiles, ", ")
  ))
end
