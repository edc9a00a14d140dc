### The frame of the thank-you note. The person's own sentences stand between these.

thank-you-title = To { $reader }
thank-you-greeting = Dear { $reader },
thank-you-thanks = Thank you{ $others ->
        [0] { "" }
        [1] , and your colleague,
       *[other] , and your colleagues,
    } for your time{ $dated ->
        [yes] { " " }on { WEEKDAY($day) }
       *[no] { "" }
    } and for considering me.
thank-you-short-thanks = Thank you{ $others ->
        [0] { "" }
        [1] , and your colleague,
       *[other] , and your colleagues,
    } for your time{ $dated ->
        [yes] { " " }on { WEEKDAY($day) }
       *[no] { "" }
    }.
thank-you-interest = I am still very interested in { $known ->
        [both] the { $role } position at { $organisation }
        [role] the { $role } position
        [organisation] the position at { $organisation }
       *[neither] the position
    }.
thank-you-further = I have been thinking further about your question, "{ $question }":
thank-you-further-topic = I have been thinking further about { $topic }:
thank-you-further-plain = I have been thinking further about our conversation:
thank-you-also = On your other question, "{ $question }", I would like to add this:
thank-you-also-topic = I have come back to { $topic }, too:
thank-you-also-plain = And one more thought on what we spoke about:
thank-you-mention = There is one thing I would like to add:
thank-you-pass-on = Could you please pass this note on to the people I spoke with?
thank-you-pass-on-to = Could you please pass this note on to { $names }?
thank-you-close = Kind regards,
thank-you-hiring-manager = hiring manager
thank-you-hiring-team = members of the panel
thank-you-recruiter = the recruiter
thank-you-the-hiring-manager = the hiring manager
thank-you-the-hiring-team = the members of the panel
