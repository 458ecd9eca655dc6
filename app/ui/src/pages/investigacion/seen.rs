//! What the page says of itself to its parts: names, words, and how much of the file its viewer sees.

use domain::account::Investigation;
use domain::context::Role;
use domain::ids::PersonId;
use domain::text::TextRef;

use crate::read::InvestigacionPage;

impl InvestigacionPage {
    pub(super) fn person(&self, person: PersonId) -> String {
        self.people.get(&person).cloned().unwrap_or_default()
    }

    pub(super) fn said(&self, text: TextRef) -> String {
        let said = self.words.get(&text.id).cloned();
        said.unwrap_or_else(|| "(texto borrado)".to_owned())
    }

    pub(super) fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Whether what was found, and where the cost goes, is theirs to see.
    pub(super) fn sees_why(&self) -> bool {
        self.sees_all() || self.is(Role::SalesDirector)
    }

    pub(super) fn sees_all(&self) -> bool {
        Investigation::is_whole_to(&self.roles)
    }
}
