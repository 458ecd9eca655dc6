//! One suite, run on both engines: each case is written once and is two tests, `sqlite::…` and `postgres::…`.
//! It refuses to skip: without PostgreSQL its half fails, and says how to run it.

#[macro_use]
mod support;

mod attachments;
mod backup;
mod check;
mod child;
mod claims;
mod durable;
mod failing;
mod flushed;
mod guard;
mod histories;
mod imports;
mod jobs;
mod links;
mod listing;
mod opening;
mod outbox;
mod owing;
mod people;
mod plans;
mod reading;
mod records;
mod replica;
mod schema;
mod signed;
mod submit;
mod together;
mod world;
