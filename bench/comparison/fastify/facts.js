// The facts as JSON Schema, for Fastify's validator (ajv), and the answer, for its serialiser.

const text = (most = 200) => ({ type: ['string', 'null'], maxLength: most })
const list = (items, most) => ({ type: 'array', items, maxItems: most, default: [] })
const one = (...values) => ({ enum: [...values, null] })
const instant = { type: ['string', 'null'], format: 'date-time' }
const day = { type: ['string', 'null'], format: 'date' }
const flag = (value) => ({ type: 'boolean', default: value })
const object = (properties, required = []) => ({ type: 'object', additionalProperties: false, properties, required })
const channel = one('email', 'linkedin', 'phone', 'platform')

const person = object({
  name: text(), title: text(), role: one('hiring_manager', 'recruiter', 'agency_recruiter', 'panel_member', 'other'), attended: flag(true),
  email: text(254), phone: text(40), linkedin: object({ connected: flag(false), url: text(2000) }), preferred_channel: channel, topics: list(text(), 10)
})
const timeline = object({
  kind: { enum: ['by_date', 'within_days', 'within_working_days'] }, date: day, min: { type: ['integer', 'null'] },
  max: { type: ['integer', 'null'], maximum: 365 }, invites_contact: flag(false)
}, ['kind'])
const pin = object({ purpose: text(), on: day, reason: text(1000) }, ['purpose'])

export const submission = object({
  reference: text(), as_of: instant,
  candidate: object({ name: text(), email: text(254), phone: text(40), career_stage: one('new_graduate', 'early_career', 'experienced', 'executive'), strengths: list(text(), 10) }),
  employer: object({
    name: text(), industry: one('technology', 'finance', 'creative', 'healthcare', 'education', 'public_sector', 'retail', 'manufacturing', 'other'),
    country: { type: ['string', 'null'], pattern: '^[A-Z]{2}$' }, subdivision: text(), time_zone: text(), culture: one('formal', 'neutral', 'informal'),
    welcomes_calls: flag(false), contact_policy: one('open', 'no_calls', 'no_contact'),
    closures: list(object({ from: day, to: day }, ['from', 'to']), 40), contact: person
  }),
  interview: object({
    ended_at: instant, started_at: instant, duration_minutes: { type: ['integer', 'null'] }, date: day, status: text(), position: text(),
    stage: one('screening', 'first', 'middle', 'final'), format: one('phone', 'video', 'in_person'), interviewers: list(person, 20), topics: list(text(), 10), appeal: text(1000)
  }),
  timeline, delays: list(object({ reason: text(), until: day }), 10), platform: object({ name: text(), contract_signed: flag(false) }),
  competing_offer: object({ received_at: instant, answer_by: day }), withdrawal: object({ decided_at: instant, reason: text() }),
  history: list(object({
    kind: { enum: ['sent', 'received'] }, at: instant, purpose: text(), channel, recipient: text(), delivered: flag(true), outcome: text(), timeline, until: day, automated: flag(false)
  }, ['kind', 'at']), 50),
  pins: list(pin, 14), skips: list(pin, 14),
  preferences: object({
    strategy: one('auto', 'immediate', 'one_week', 'two_week', 'as_needed'), max_check_ins: { type: 'integer', minimum: 0, maximum: 2 },
    tone: one('auto', 'formal', 'neutral', 'warm'), locale: text()
  })
}, ['interview'])

const string = { type: 'string' }
const nullable = { type: ['string', 'null'] }
const strings = { type: 'array', items: string }
const whole = (properties) => ({ type: 'object', properties })
const reasons = { type: 'array', items: whole({ rule: string, text: string, sources: strings }) }

export const plan = whole({
  id: string, as_of: string, state: string, headline: string, next_step: nullable, review_at: nullable, reference: nullable, strategy: whole({ name: string, reasons }),
  steps: {
    type: 'array',
    items: whole({
      id: string, purpose: string, status: string, channel: nullable, alternatives: strings, recipients: strings,
      window: whole({ opens_at: string, best_at: string, closes_at: string }), act_at: nullable, title: string, summary: string, reasons
    })
  },
  channel_advice: {
    type: 'array',
    items: whole({
      channel: string, tier: string, effectiveness: string, best_time: string, hours: { type: 'array', items: whole({ days: strings, from: string, to: string }) },
      advantages: strings, drawbacks: strings, preparation: strings, reasons
    })
  },
  messages: {
    type: 'array',
    items: whole({
      id: string, step_id: string, purpose: string, channel: string, recipient: whole({ name: nullable, email: nullable, phone: nullable }), subject: nullable, body: string,
      word_count: { type: 'integer' }, ready: { type: 'boolean' }, missing: strings, reasons
    })
  },
  expectations: reasons, assumptions: { type: 'array', items: whole({ code: string, detail: string }) }
})
