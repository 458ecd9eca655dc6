//! What is said when there is no page to say it on: a request that came from elsewhere, too large, too slow, or failed.
//! It refuses to say more than helps the person on.

/// The way back.
pub const HOME: &str = "Volver al inicio";

/// What was wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// Nobody is signed in.
    SignedOut,
    /// Not for this person's roles.
    NotYours,
    /// Posted by another site.
    OtherSite,
    /// No such page.
    NotFound,
    /// Not that method.
    NotAllowed,
    /// It came too slowly.
    TooSlow,
    /// More than is read.
    TooLarge,
    /// Not a form, nor what is expected here.
    NotAForm,
    /// What came cannot be read.
    Unreadable,
    /// Not kept: send it again.
    Busy,
    /// Not read: ask again.
    Away,
    /// Not kept: there is no room.
    Full,
    /// Our failure.
    Failed,
}

impl Problem {
    const ALL: [Self; 11] = [
        Self::SignedOut,
        Self::NotYours,
        Self::OtherSite,
        Self::NotFound,
        Self::NotAllowed,
        Self::TooSlow,
        Self::TooLarge,
        Self::NotAForm,
        Self::Unreadable,
        Self::Busy,
        Self::Failed,
    ];

    /// As a script reads it.
    #[must_use]
    pub fn read(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|problem| problem.code() == code)
    }

    /// For scripts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SignedOut => "signed_out",
            Self::NotYours => "not_yours",
            Self::OtherSite => "other_site",
            Self::NotFound => "not_found",
            Self::NotAllowed => "not_allowed",
            Self::TooSlow => "too_slow",
            Self::TooLarge => "too_large",
            Self::NotAForm => "not_a_form",
            Self::Unreadable => "unreadable",
            Self::Busy => "busy",
            Self::Away => "away",
            Self::Full => "full",
            Self::Failed => "failed",
        }
    }

    /// Its heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::SignedOut => "Hay que entrar",
            Self::NotYours => "Esto no es de tu función",
            Self::OtherSite => "Enviado desde otro sitio",
            Self::NotFound => "Aquí no hay nada",
            Self::NotAllowed => "Así no se puede pedir",
            Self::TooSlow => "Tardó demasiado en llegar",
            Self::TooLarge => "Es demasiado grande",
            Self::NotAForm => "No es un formulario",
            Self::Unreadable => "No se entiende lo enviado",
            Self::Busy => "No se ha guardado todavía",
            Self::Away => "El registro no responde",
            Self::Full => "No queda sitio",
            Self::Failed => "Ha fallado algo nuestro",
        }
    }

    /// What it is, and the way on.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::SignedOut => "Entra con tu correo y tu contraseña, y vuelve a intentarlo.",
            Self::NotYours => {
                "Tu función en la casa no permite esto. Si lo necesitas, pídelo a quien administra las personas."
            }
            Self::OtherSite => {
                "Lo recibido no venía de una página de Palabra, y no se ha hecho nada. Abre Palabra y envíalo desde allí."
            }
            Self::NotFound => "La dirección no lleva a ninguna página. Búscalo desde el inicio.",
            Self::NotAllowed => "Esta dirección no admite esa forma de pedir. Vuelve al inicio.",
            Self::TooSlow => {
                "La conexión es muy lenta y no llegó todo; no se ha guardado nada. Envíalo otra vez."
            }
            Self::TooLarge => {
                "Lo enviado pasa del tamaño que se admite; no se ha guardado nada. Envía menos texto, o un archivo de 10 MB como mucho."
            }
            Self::NotAForm => {
                "Aquí solo se admite un formulario; no se ha guardado nada. Carga la página otra vez."
            }
            Self::Unreadable => {
                "Lo enviado está roto y no se ha guardado nada. Carga la página otra vez y repítelo."
            }
            Self::Busy => {
                "El registro no respondió a tiempo. Envíalo otra vez: no se apuntará dos veces."
            }
            Self::Away => {
                "Inténtelo otra vez dentro de unos segundos: nada de lo guardado se ha perdido."
            }
            Self::Full => {
                "No hay sitio para guardar más, y esto no se ha guardado. Avise a quien cuida del servidor; lo ya guardado se puede leer."
            }
            Self::Failed => {
                "No es culpa tuya. Inténtalo otra vez y, si sigue, da esta referencia a quien te ayuda."
            }
        }
    }
}
