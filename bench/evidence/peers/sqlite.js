// Express + better-sqlite3: one transaction a request, on the disk before the answer (WAL, synchronous=FULL).

import Database from 'better-sqlite3'
import { serve } from './app.js'

const database = new Database(process.env.DATABASE_FILE)
database.pragma('journal_mode = wal')
database.pragma('synchronous = full')
database.exec(`
  create table if not exists events (
    id integer primary key,
    session text not null, stream text not null, number integer not null,
    epoch text not null, at_us integer not null, payload text not null,
    received_at integer not null,
    unique (stream, number)
  );
`)
const insert = database.prepare(
  'insert into events (session, stream, number, epoch, at_us, payload, received_at) values (?, ?, ?, ?, ?, ?, ?)',
)
const insertAll = database.transaction((session, { stream, epoch, entries }) => {
  for (const { number, at_us, payload } of entries)
    insert.run(session, stream, number, epoch, at_us, JSON.stringify(payload), Date.now())
})

serve((session, batch) => insertAll(session, batch))
