// The same service as ../fastapi/service.py, as one would write it with Fastify: facts checked by JSON Schema (facts.js), days by
// luxon and date-holidays, messages by nunjucks, the answer written by Fastify's serialiser. README.md lists what it leaves out.
import { readFileSync } from 'node:fs'
import Holidays from 'date-holidays'
import Fastify from 'fastify'
import { DateTime } from 'luxon'
import nunjucks from 'nunjucks'
import { v5 } from 'uuid'
import { plan, submission } from './facts.js'

const words = JSON.parse(readFileSync(new URL('../words.json', import.meta.url)))
const environment = new nunjucks.Environment(null, { autoescape: false, throwOnUndefined: false })
const templates = Object.fromEntries(
  Object.entries(words.templates).map(([name, pair]) => [name, pair.map((text) => nunjucks.compile(text, environment))])
)
const workingDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']

const calendars = new Map()
function calendar (country, subdivision, year) {
  const key = `${country}/${subdivision}/${year}`
  let known = calendars.get(key)
  if (!known) {
    known = new Map()
    const source = subdivision ? new Holidays(country, subdivision.replace(`${country}-`, '')) : new Holidays(country)
    for (const holiday of source.getHolidays(year) || []) if (holiday.type === 'public') known.set(holiday.date.slice(0, 10), holiday.name)
    calendars.set(key, known)
  }
  return known
}

function reason (rule, values = {}) {
  const [text, sources] = words.reasons[rule]
  return { rule, text: text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? ''), sources }
}

const longDay = (day) => day.toFormat('cccc d MMMM')
const longTime = (moment) => moment.toFormat("cccc d MMMM 'at' HH:mm")
const latest = (a, b) => (a > b ? a : b)
// Days are counted in UTC, whose offset luxon need not look up.
const civil = (moment) => DateTime.utc(moment.year, moment.month, moment.day)
const civilOf = (iso) => DateTime.fromISO(iso, { zone: 'utc' })
const clock = (moment) => moment.hour * 60 + moment.minute

// Working days of one employer, and local times there.
class Days {
  skipped = new Map()

  constructor (employer, zone) {
    this.employer = employer
    this.zone = zone
    this.closures = employer.closures ?? []
  }

  off (day) {
    if (day.weekday > 5) return 'weekend'
    const iso = day.toISODate()
    const holiday = this.employer.country && calendar(this.employer.country, this.employer.subdivision, day.year).get(iso)
    return holiday || (this.closures.some((closure) => closure.from <= iso && iso <= closure.to) ? "closed at the employer's" : null)
  }

  roll (day) {
    for (let why; (why = this.off(day)); day = day.plus({ days: 1 })) this.skipped.set(day.toISODate(), [day, why])
    return day
  }

  after (day, count) {
    for (let n = 0; n < count; n++) day = this.roll(day.plus({ days: 1 }))
    return day
  }

  at (day, hour) { return DateTime.fromObject({ year: day.year, month: day.month, day: day.day, hour }, { zone: this.zone }) }

  slot (moment) {
    const day = civil(moment)
    if (!this.off(day) && clock(moment) >= 540 && clock(moment) <= 1020) return moment
    return this.at(this.roll(clock(moment) < 540 ? day : day.plus({ days: 1 })), 9)
  }
}

function channels (person, facts) {
  if (facts.platform && !facts.platform.contract_signed) return [['platform'], 'channel.marketplace']
  if (!person) return [['email'], 'channel.known']
  const ways = []
  if (person.email) ways.push('email')
  if (person.linkedin?.connected) ways.push('linkedin')
  if (person.phone && (facts.employer?.contact_policy ?? 'open') === 'open') ways.push('phone')
  const liked = person.preferred_channel
  if (liked) return [[liked, ...ways.filter((way) => way !== liked)], 'channel.preferred']
  return [ways.length ? ways : ['email'], 'channel.known']
}

function makePlan (facts) {
  const talk = facts.interview; const employer = facts.employer ?? {}; const candidate = facts.candidate ?? {}; const assumptions = []
  const zone = employer.time_zone ? { zone: employer.time_zone } : { setZone: true }
  if (!employer.time_zone) assumptions.push({ code: 'zone_unknown', detail: "No time zone was given: the interview's own offset counts all year." })
  if (!employer.country) assumptions.push({ code: 'country_unknown', detail: 'No country was given: only Saturdays and Sundays count as days off.' })
  const end = talk.ended_at
    ? DateTime.fromISO(talk.ended_at, zone)
    : talk.started_at
      ? DateTime.fromISO(talk.started_at, zone).plus({ minutes: talk.duration_minutes ?? 60 })
      : DateTime.fromISO(`${talk.date}T17:00:00`, { zone: employer.time_zone ?? 'utc' })
  const asOf = (facts.as_of ? DateTime.fromISO(facts.as_of) : DateTime.now()).setZone(end.zone)
  const days = new Days(employer, end.zone); const began = civil(end)
  const interviewers = talk.interviewers ?? []
  const main = employer.contact ?? interviewers.find((p) => p.role === 'hiring_manager') ?? interviewers[0]
  const attended = interviewers.filter((p) => p.attended).slice(0, 5)
  const thanked = attended.length ? attended : main ? [main] : []
  const connected = [main, ...interviewers].find((p) => p?.linkedin?.connected)

  let stated = null
  if (facts.timeline) {
    const { kind, date, max } = facts.timeline
    stated = kind === 'by_date' ? civilOf(date) : kind === 'within_days' ? began.plus({ days: max }) : days.after(began, max)
  }
  const slow = talk.stage === 'final' || ['education', 'public_sector'].includes(employer.industry)
  const strategy = stated ? 'as_needed' : slow ? 'two_week' : 'one_week'
  const history = facts.history ?? []
  const sent = new Map(history.filter((e) => e.kind === 'sent' && e.delivered && DateTime.fromISO(e.at) >= end).map((e) => [e.purpose, e]))
  const received = history.filter((e) => e.kind === 'received' && !e.automated)
  const over = received.length ? ['offer', 'next_round', 'rejection'].includes(received.at(-1).outcome) : Boolean(facts.withdrawal)
  const base = v5(facts.reference ?? `${candidate.name}|${employer.name}|${talk.position}|${end.toISO()}`, v5.URL)
  const steps = []; const people = {}; const moments = new Map()

  function step (purpose, who, opens, best, closes, ...rules) {
    let [ways, why] = who.length ? channels(who[0], facts) : [[], null]
    if (purpose === 'connect') ways = ['linkedin']
    const names = who.filter(Boolean).map((p) => p.name ?? p.email ?? 'them')
    const done = sent.get(purpose)
    const status = done ? 'done' : over && purpose !== 'stay_in_touch' ? 'not_needed' : asOf < opens ? 'upcoming' : asOf <= closes ? 'due' : 'overdue'
    const act = status === 'done' || status === 'not_needed' ? null : best >= asOf ? best : days.slot(asOf)
    const values = {
      day: longDay(began), time: end.toFormat('HH:mm'), opens: longTime(opens), best: longTime(best), closes: longTime(closes), stated: stated ? longDay(stated) : '', channel: ways[0]
    }
    const reasons = rules.map((rule) => reason(rule, values))
    if (days.skipped.size) {
      const skipped = [...days.skipped].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, [day, why]]) => `${day.toFormat('ccc d MMMM')} (${why})`).join(', ')
      reasons.push(reason('calendar.working_days', { skipped }))
      days.skipped.clear()
    }
    if (act && act !== best) reasons.push(reason('calendar.hours', { act: longTime(act) }))
    if (done) reasons.push(reason('step.done', { sent: longDay(DateTime.fromISO(done.at).setZone(end.zone)) }))
    else if (status === 'not_needed') reasons.push(reason('step.not_needed'))
    else if (why) reasons.push(reason(why, { channel: ways[0] }))
    const title = words.titles[purpose].replace('{name}', names[0] ?? 'them')
    const made = {
      id: v5(purpose, base), purpose, status, channel: ways[0] ?? null, alternatives: ways.slice(1), recipients: names,
      window: { opens_at: opens.toISO(), best_at: best.toISO(), closes_at: closes.toISO() }, act_at: act?.toISO() ?? null, title,
      summary: `${act ? `On ${longTime(act)}` : 'Done or not needed'}: ${title[0].toLowerCase()}${title.slice(1)}. ${reasons[0].text}`, reasons
    }
    steps.push(made)
    people[purpose] = who
    moments.set(made, { act, best, closes })
    return act ?? best
  }

  let best = end.plus({ hours: 2 })
  if (clock(best) < 480 || clock(best) > 1200) best = days.at(clock(best) > 1200 ? best.plus({ days: 1 }) : best, 9)
  let closes = end.plus({ hours: 48 })
  if (days.off(civil(closes))) closes = days.at(days.roll(civil(closes)), 12)
  step('thank_you', thanked, end, best, closes, 'thank_you.within_a_day', 'thank_you.on_time')
  const third = days.at(began.plus({ days: 3 }), 9)
  step('prepare', [], third, third, days.at(began.plus({ days: 5 }), 17), 'prepare.day_three_to_five')
  let window, rule
  if (stated) {
    const due = days.roll(stated)
    window = [days.after(due, 1), days.after(due, 3), days.after(due, 10)]; rule = 'check_in.stated_date'
  } else if (slow) {
    const first = latest(days.roll(began.plus({ days: 14 })), days.after(began, 5))
    window = [days.after(began, 5), first, days.after(first, 5)]; rule = 'check_in.two_weeks'
  } else {
    const first = latest(days.roll(began.plus({ days: 7 })), days.after(began, 5))
    window = [first, first, latest(days.after(began, 10), first)]; rule = 'check_in.one_week'
  }
  const asked = civil(step('check_in', [main], days.at(window[0], 9), days.at(window[1], 10), days.at(window[2], 17), rule))
  const last = civil(step('second_check_in', [main], days.at(latest(days.roll(asked.plus({ days: 7 })), days.after(asked, 5)), 9), days.at(days.after(asked, 7), 10),
    days.at(days.roll(asked.plus({ days: 14 })), 17), 'second_check_in.a_week_or_two_later', 'second_check_in.the_last'))
  if (connected) {
    const note = days.roll(began.plus({ days: 7 }))
    step('connect', [connected], days.at(note, 9), days.at(note, 10), days.at(days.after(note, 5), 17), 'connect.a_week_after')
  }
  const ends = days.after(last, 5)
  step('move_on', [], days.at(ends, 9), days.at(ends, 9), days.at(days.after(last, 10), 17), 'move_on.after_the_last')
  step('stay_in_touch', [main], days.at(days.roll(ends.plus({ days: 14 })), 9), days.at(days.roll(ends.plus({ days: 28 })), 10), days.at(days.roll(ends.plus({ days: 56 })), 17), 'stay_in_touch.four_weeks')
  steps.sort((a, b) => moments.get(a).best - moments.get(b).best)

  const formal = facts.preferences?.tone === 'formal' || employer.culture === 'formal' || ['finance', 'public_sector'].includes(employer.industry)
  const messages = []
  for (const each of steps) {
    if (!templates[each.purpose] || !each.act_at || (each.status === 'upcoming' && each.purpose === 'stay_in_touch')) continue
    for (const person of people[each.purpose]) {
      const [subject, body] = templates[each.purpose]
      const values = {
        first: person?.name?.split(' ')[0], position: talk.position, candidate: candidate.name, employer: employer.name, phone: candidate.phone, weekday: began.toFormat('cccc'),
        day: longDay(began), month: began.toFormat('MMMM'), topic: [...(person?.topics ?? []), ...(talk.topics ?? [])][0], formal, stated: stated && longDay(stated)
      }
      const text = body.render(values)
      messages.push({
        id: v5(person?.name ?? '', each.id), step_id: each.id, purpose: each.purpose, channel: each.channel,
        recipient: { name: person?.name ?? null, email: person?.email ?? null, phone: person?.phone ?? null },
        subject: each.channel === 'email' ? subject.render(values) : null, body: text, word_count: text.split(/\s+/).length,
        ready: Boolean(candidate.name), missing: candidate.name ? [] : ['candidate.name'], reasons: [each.reasons.at(-1)]
      })
    }
  }

  const pending = steps.filter((each) => each.act_at && each.purpose !== 'prepare' && each.purpose !== 'move_on')
  const following = pending.reduce((a, b) => (a && moments.get(a).act <= moments.get(b).act ? a : b), null)
  const awaited = following && following.purpose !== 'thank_you'
  const open = following ? [following.channel, ...following.alternatives] : []
  const advice = following
    ? Object.entries(words.channels).map(([name, about]) => ({
      channel: name, tier: name === following.channel ? 'recommended' : open.includes(name) ? 'suitable' : 'avoid', ...about,
      hours: about.hours.map(([from, to]) => ({ days: workingDays, from, to })), reasons: [reason(open.includes(name) ? 'channel.known' : 'channel.closed', { channel: name })]
    }))
    : []
  return {
    id: base, as_of: asOf.toISO(), state: over ? 'closed' : awaited ? 'awaiting_decision' : 'thanks_due',
    headline: following ? `${following.title}, best on ${longDay(moments.get(following).act)}.` : 'Nothing is left to do.',
    next_step: following?.id ?? null, review_at: following?.window.closes_at ?? null, reference: facts.reference ?? null,
    strategy: { name: strategy, reasons: [reason(`strategy.${strategy}`, { stated: stated ? longDay(stated) : '' })] }, steps, channel_advice: advice, messages,
    expectations: awaited ? [reason('waiting.usual'), reason('waiting.others')] : [], assumptions
  }
}

const server = Fastify({ logger: true, ajv: { customOptions: { removeAdditional: false, coerceTypes: false } } })
server.post('/v1/plans', { schema: { body: submission, response: { 200: plan } } }, async (request) => makePlan(request.body))
await server.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
