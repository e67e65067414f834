// Express + pg: one INSERT a request, committed as PostgreSQL commits by default (synchronous_commit=on, fsync=on).

import pg from 'pg'
import { serve } from './app.js'

const COLUMNS = 6
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL })
await pool.query(`
  create table if not exists events (
    id bigint generated always as identity primary key,
    session uuid not null, stream uuid not null, number integer not null,
    epoch text not null, at_us bigint not null, payload jsonb not null,
    received_at timestamptz not null default now(),
    unique (stream, number)
  );
`)

const rows = (count) =>
  Array.from({ length: count }, (_, row) => {
    const first = row * COLUMNS
    return `(${Array.from({ length: COLUMNS }, (_, column) => `$${first + column + 1}`)})`
  }).join(', ')

serve(async (session, { stream, epoch, entries }) => {
  const values = entries.flatMap((one) => [session, stream, one.number, epoch, one.at_us, one.payload])
  const insert = `insert into events (session, stream, number, epoch, at_us, payload) values ${rows(entries.length)}`
  await pool.query(insert, values)
})
