//! The service from outside: over the routes that run in production, in this process or as the program itself.

mod document;
mod errors;
mod program;
mod requests;
mod rooms;
