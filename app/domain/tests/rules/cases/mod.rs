//! What stories do not reach, one capability a file.

mod accrued;
mod amends;
mod attachments;
mod bearing;
mod clocks;
mod compared;
mod corrected_invoices;
mod course;
mod dues;
mod imports;
mod invoices;
mod late;
mod mail;
mod orders;
mod promises;
mod receipts;
mod records;
mod signing;
mod unrecorded;
mod wrong_invoices;
