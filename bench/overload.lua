-- What wrk sends and tells, for overload.py: the requests in the file that FACTS names, one JSON body a line, to
-- POST PATH_ASKED in turn; at the end one line of JSON. wrk's own times do not know statuses, so each request carries its
-- number as its id, which comes back with the answer: the file that TIMES names gets a status and its milliseconds a line.

local ffi = require("ffi")
ffi.cdef("typedef struct { long seconds; long nanos; } instant; int clock_gettime(int clock, instant *now);")
local MONOTONIC = 1
local instant = ffi.new("instant")

local bodies = {}
local number = 0
local sent = {}
local times

local function now_ms()
  ffi.C.clock_gettime(MONOTONIC, instant)
  return tonumber(instant.seconds) * 1e3 + tonumber(instant.nanos) / 1e6
end

function init()
  for body in io.lines(os.getenv("FACTS")) do
    local headers = {["Content-Type"] = "application/json", ["X-Request-Id"] = "@"}
    local request = wrk.format("POST", os.getenv("PATH_ASKED"), headers, body)
    local at = request:find("@", 1, true)
    table.insert(bodies, {request:sub(1, at - 1), request:sub(at + 1)})
  end
  times = io.open(os.getenv("TIMES"), "w")
  times:setvbuf("full", 65536)
end

function request()
  number = number + 1
  sent[number] = now_ms()
  local body = bodies[number % #bodies + 1]
  return body[1] .. number .. body[2]
end

function response(status, headers)
  local id = tonumber(headers["x-request-id"])
  times:write(string.format("%d %.2f\n", status, now_ms() - sent[id]))
  sent[id] = nil
end

function done(summary)
  local errors = summary.errors
  io.stderr:write(string.format(
    '{"seconds": %.3f, "connect": %d, "read": %d, "write": %d, "timeout": %d}\n',
    summary.duration / 1e6, errors.connect, errors.read, errors.write, errors.timeout
  ))
end
