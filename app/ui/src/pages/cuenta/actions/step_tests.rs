use super::*;

#[test]
fn every_step_is_known_again_by_what_its_form_carries() {
    let matter = "0190a0a0-0000-7000-8000-000000000001";
    let numbered = DueKind::from_code("remedy.3").unwrap();
    for due in DueKind::PLAIN.into_iter().chain([numbered]) {
        for on in [On::Order, On::Delivery, On::Answered, On::Other] {
            for step in Step::all(due, on, true) {
                let fields = vec![
                    ("kind".to_owned(), step.act.kind().to_owned()),
                    ("step".to_owned(), step.code()),
                    ("matter".to_owned(), matter.to_owned()),
                ];
                let draft = Draft {
                    fields,
                    refusals: Vec::new(),
                };
                assert_eq!(
                    Step::of_draft(&draft),
                    Some((step, matter.parse().unwrap()))
                );
            }
        }
    }
}

#[test]
fn every_step_can_be_moved_and_only_a_director_apologises() {
    let acts = |due, is_director| {
        let steps = Step::all(due, On::Other, is_director).into_iter();
        steps.map(|step| step.act).collect::<Vec<_>>()
    };
    assert_eq!(acts(DueKind::Apology, false), [Act::Move]);
    assert_eq!(acts(DueKind::Apology, true), [Act::Apology, Act::Move]);
}
