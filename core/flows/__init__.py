"""The conversation scripts, a module or a package per conversation. A new one is added to `modules` and nowhere else."""

from types import ModuleType


def modules() -> tuple[ModuleType, ...]:
    """Every module that speaks; importing them registers the flows."""
    from core.flows import (
        after_no,
        asking,
        breather,
        call,
        capture,
        check_in,
        close_search,
        danger,
        ends_soon,
        erase_one,
        feedback,
        forget,
        insiders,
        journal,
        judge,
        keep_for,
        lesson,
        let_go,
        links,
        my_data,
        note,
        note_due,
        outcome,
        partner,
        partner_wish,
        points,
        practice,
        prepare,
        second_chance,
        settling,
        start_over,
        steps,
        stop,
        talk_to_staff,
        telling,
        unfinished,
        which,
        whose_links,
    )
    from core.flows.capture import (
        acknowledgement,
        closing,
        evidence,
        interviewers,
        misconduct,
        opening,
        other_questions,
        particulars,
        proportion,
        severity,
        story,
        time_zone,
        unsaid,
    )

    first_conversation = (
        capture,
        opening,
        acknowledgement,
        story,
        severity,
        evidence,
        misconduct,
        proportion,
        unsaid,
        other_questions,
        particulars,
        time_zone,
        interviewers,
        closing,
    )
    arc = (
        note,
        points,
        call,
        note_due,
        judge,
        lesson,
        practice,
        let_go,
        check_in,
        asking,
        outcome,
        prepare,
        unfinished,
    )
    contacts = (insiders, talk_to_staff, partner, partner_wish)
    again = (after_no, feedback, second_chance)
    over_all = (journal, close_search, links)
    own_data = (my_data, erase_one, keep_for, ends_soon)
    at_any_time = (settling, steps, danger, forget, stop, start_over, which, whose_links, breather, telling)
    return *first_conversation, *arc, *contacts, *again, *over_all, *own_data, *at_any_time
