//! Coming in: with address and password, by a one-time link, or as somebody of the demo.
//! The forms are posted to the page itself; what was wrong comes back by context.

use domain::context::Role;
use leptos::prelude::*;

use crate::parts::{Button, Field, Hidden, Look, Narrow, Offer};
use crate::read::wire::handed;
use crate::read::{DemoPerson, SignIn, SignInRefusal};
use crate::words::{Tongue, roles};

fn sign_in() -> SignIn {
    handed(|| use_context::<SignIn>().unwrap_or_default())
}

/// `/entrar`.
#[component]
pub(crate) fn Entrar() -> impl IntoView {
    let SignIn {
        email,
        next,
        refusal,
        demo,
        ..
    } = sign_in();
    let offered = demo
        .into_iter()
        .map(|person| view! { <Offered person next=next.clone() /> })
        .collect_view();
    let has_demo = !offered.is_empty();
    view! {
        <Narrow title="Entrar">
            <Refused refusal />
            <form method="post" action="/entrar" class="grid gap-4" aria-label="Entrar">
                <Hidden name="next" value=next />
                <Field name="email" label="Correo" kind="email" value=email autocomplete="username" required=true />
                <Field
                    name="password"
                    label="Contraseña"
                    kind="password"
                    autocomplete="current-password"
                    required=true
                />
                <Button look=Look::Main>"Entrar"</Button>
            </form>
            <section hidden=!has_demo aria-label="Personas de la demostración" class="mt-8 grid gap-2">
                <h2 class="font-medium">"O prueba como…"</h2>
                {offered}
            </section>
        </Narrow>
    }
}

#[component]
fn Offered(person: DemoPerson, next: String) -> impl IntoView {
    let role = Role::from_code(&person.role).map(|role| roles::name(Tongue::Es, role));
    let role = role.map(|role| format!(", {role}"));
    view! {
        <form method="post" action="/entrar" class="grid">
            <Hidden name="demo" value=person.email />
            <Hidden name="next" value=next />
            <Offer name=person.name more=role.unwrap_or_default() />
        </form>
    }
}

/// `/bienvenida/{token}`.
#[component]
pub(crate) fn Bienvenida() -> impl IntoView {
    let SignIn {
        name,
        email,
        refusal,
        asks_name,
        ..
    } = sign_in();
    let title = if asks_name {
        "La primera administradora o administrador"
    } else {
        "Tu contraseña"
    };
    view! {
        <Narrow title=title>
            <Refused refusal />
            <form method="post" class="grid gap-4" aria-label=title>
                {asks_name
                    .then(|| {
                        view! {
                            <Field name="name" label="Nombre y apellidos" value=name autocomplete="name" required=true />
                            <Field
                                name="email"
                                label="Correo"
                                kind="email"
                                value=email
                                autocomplete="username"
                                required=true
                            />
                        }
                    })}
                <Field
                    name="password"
                    label="Contraseña"
                    kind="password"
                    hint="12 caracteres o más; una frase se recuerda mejor."
                    autocomplete="new-password"
                    required=true
                />
                <Field
                    name="password_again"
                    label="Otra vez, para estar seguros"
                    kind="password"
                    autocomplete="new-password"
                    required=true
                />
                <Button look=Look::Main>"Guardar y entrar"</Button>
            </form>
        </Narrow>
    }
}

#[component]
fn Refused(refusal: Option<SignInRefusal>) -> impl IntoView {
    let sentence = refusal.map(|why| match why {
        SignInRefusal::Wrong => {
            "El correo y la contraseña no coinciden. Repásalos y prueba otra vez."
        }
        SignInRefusal::TooMany => {
            "Demasiados intentos. Espera un cuarto de hora y prueba otra vez."
        }
        SignInRefusal::LinkSpent => "Este enlace ya se usó o es demasiado antiguo. Pide otro.",
        SignInRefusal::PasswordShort => "La contraseña necesita 12 caracteres o más.",
        SignInRefusal::PasswordsDiffer => {
            "Las dos contraseñas no son iguales. Escríbelas otra vez."
        }
        SignInRefusal::NameMissing => "Falta el nombre.",
        SignInRefusal::NameWrong => {
            "Ese nombre es demasiado largo o lleva signos que no se ven. Escríbelo otra vez, en 200 letras o menos."
        }
        SignInRefusal::EmailWrong => "Ese correo no lo parece. Escríbelo como nombre@casa.es.",
    });
    view! {
        <p role="alert" hidden=sentence.is_none() class="mb-4 font-medium text-error">{sentence}</p>
    }
}
