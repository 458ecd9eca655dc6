//! Palabra.
