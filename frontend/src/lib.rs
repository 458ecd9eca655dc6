//! The browser's entry: hydrate(), nothing else.
