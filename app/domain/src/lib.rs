//! The rules of Palabra: what is promised, what follows, what may be. Pure: no IO, no clock, no ids of its own; the
//! same code answers in the server, which has the last word, and in the browser, which answers at once.
//!
//! A **command** ([`command`]) meets the **account** ([`account`]) in [`decide`]; the answer is **facts** ([`fact`]),
//! a **refusal** ([`refusal`]), or "the server must say". Facts are sealed ([`seal`]) as entries ([`entry`]), `evolve`
//! moves the account on, and every screen is a projection of facts ([`timeline`], [`owed`]).
//!
//! # Words
//! | code | screen | what it is |
//! |---|---|---|
//! | Account | Cliente | a customer: consumer or business |
//! | Contact | Contacto | a person on the customer's side |
//! | Owner | Responsable | the one person who answers |
//! | Interaction | Gestión | a call, visit, e-mail, message or counter visit |
//! | Promise | Promesa | what a seller said the customer would get, typed and dated |
//! | Read-back, Signature | Lectura, Firma | the customer reads what was promised and signs what was shown |
//! | Order | Pedido | lines with requested, promised, re-promised and actual date |
//! | Claim | Reclamación | any statement that something offered was not fulfilled |
//! | Key, Link | Clave, Enlace | what the customer of a claim takes away: the one tells days, the other opens its page |
//! | Receipt | Recibo | a claim as it was taken in, with what was honoured |
//! | Honour | Respaldo | confirming the promise at once |
//! | Remedy | Reparación | what makes it good, with owner, date and evidence |
//! | Apology | Disculpa | signed by a director in the first person |
//! | Gesture | Detalle | what anyone at a counter may give, up to the house's limit |
//! | Hearing | Reunión | customer, seller and service director; its day is told when honouring |
//! | Alert | Aviso a dirección | what was honoured above the house's amount, told at once and after the fact |
//! | Mediation | Mediación | a claim before a dispute body: collection stops, the clocks go on |
//! | Matter | Asunto | the thread a fact belongs to |
//! | Due | Pendiente | one next step on a matter: who, by when, and why that date |
//! | Next news | Próxima noticia | the day by which the customer hears from us again |
//! | Record | Registro | what somebody promised, kept, broke and did not record, and what was found of it |
//! | Look | Mirada | that somebody opened the file of an investigation |
//! | Attachment | Adjunto | a picture or a document that a fact points to |
//! | Letter | Correo | what a customer is told by mail of a fact |
//! | Fact | Hecho | one line of the ledger: it happened, it is never changed |

pub mod account;
pub mod attachment;
pub mod calendar;
pub mod command;
pub mod context;
pub mod deadline;
mod decide;
pub mod entry;
pub mod fact;
pub mod form;
pub mod house;
pub mod ids;
pub mod index;
pub mod key;
pub mod mail;
pub mod money;
pub mod owed;
pub mod packs;
pub mod receipt;
pub mod record;
pub mod refusal;
pub mod rules;
pub mod seal;
pub mod search;
pub mod strokes;
pub mod text;
pub mod time;
pub mod timeline;

pub use decide::decide;
