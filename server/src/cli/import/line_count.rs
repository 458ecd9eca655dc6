//! At which line of a file a byte stands: a return, a line feed and both together each end one.
//! It refuses to know quotes: a line inside a cell is a line too.

/// The line of the next byte, from 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct LineCount {
    line: u64,
    is_after_return: bool,
}

impl Default for LineCount {
    fn default() -> Self {
        Self {
            line: 1,
            is_after_return: false,
        }
    }
}

/// What a byte is to the line it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Passed {
    /// Anything.
    Byte,
    /// The line feed of a line that its return has ended already.
    EndedAlready,
}

impl LineCount {
    pub(super) fn line(self) -> u64 {
        self.line
    }

    pub(super) fn pass(&mut self, byte: u8) -> Passed {
        let was_return = std::mem::replace(&mut self.is_after_return, byte == b'\r');
        match byte {
            b'\n' if was_return => return Passed::EndedAlready,
            b'\r' | b'\n' => self.line += 1,
            _ => {}
        }
        Passed::Byte
    }
}
