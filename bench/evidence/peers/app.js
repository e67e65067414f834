// The service that a normal developer would write with Express: a token, a schema, and the store it is given.

import Ajv from 'ajv'
import express from 'express'
import jwt from 'jsonwebtoken'

const { PORT, TOKEN_SECRET } = process.env

const batch = {
  type: 'object',
  required: ['type', 'stream', 'epoch', 'entries'],
  additionalProperties: false,
  properties: {
    type: { const: 'evidence.append' },
    stream: { type: 'string', pattern: '^[0-9a-f-]{36}$' },
    epoch: { type: 'string', minLength: 1, maxLength: 64 },
    origin_us: { type: 'integer' },
    entries: {
      type: 'array',
      minItems: 1,
      maxItems: 200,
      items: {
        type: 'object',
        required: ['number', 'at_us', 'payload'],
        additionalProperties: false,
        properties: {
          number: { type: 'integer', minimum: 1 },
          at_us: { type: 'integer' },
          payload: {
            type: 'object',
            required: ['kind', 'observed', 'value', 'confidence_pm', 'duration_ms', 'detector', 'model_version'],
            additionalProperties: false,
            properties: {
              kind: { const: 'proctoring.observation' },
              observed: { type: 'string' },
              value: { type: 'string', maxLength: 40 },
              confidence_pm: { type: 'integer', minimum: 0, maximum: 1000 },
              duration_ms: { type: 'integer', minimum: 0 },
              detector: { type: 'string', maxLength: 40 },
              model_version: { type: 'string', maxLength: 40 },
            },
          },
        },
      },
    },
  },
}

/** `store(session, batch)` returns, or promises, when the entries are on the disk. */
export function serve(store) {
  const isValid = new Ajv().compile(batch)
  const app = express()
  app.use(express.json({ limit: '256kb' }))

  app.post('/live/:room/entries', async (request, response) => {
    const [scheme, token] = (request.get('authorization') ?? '').split(' ')
    let claims
    try {
      claims = jwt.verify(token, TOKEN_SECRET, { algorithms: ['HS256'] })
    } catch {
      return response.status(403).json({ code: 'token_invalid' })
    }
    if (scheme !== 'Stream' || claims.session !== request.params.room || claims.stream !== request.body.stream)
      return response.status(403).json({ code: 'token_invalid' })
    if (!isValid(request.body)) return response.status(422).json({ code: 'invalid', errors: isValid.errors })
    await store(claims.session, request.body)
    response.json({ stream: request.body.stream, through: request.body.entries.at(-1).number })
  })

  app.listen(Number(PORT), '127.0.0.1', () => console.log('ready'))
}
