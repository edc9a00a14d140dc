### The frame of the thank-you note. The person's own sentences stand between these.

thank-you-title = To { $reader }
thank-you-late-title = A late note to { $reader }
thank-you-greeting = Dear { $reader },
    .warm = Hello { $reader },
    .formal = Dear { $reader },
thank-you-greeting-unnamed = Dear { $reader },
thank-you-thanks = Thank you{ $others ->
        [0] { "" }
        [1] , and { $beside },
       *[other] , and your colleagues,
    } for your time{ $dated ->
        [yes] { " " }on { WEEKDAY($day) }
       *[no] { "" }
    } and for considering me.
    .warm = Thank you{ $others ->
        [0] { "" }
        [1] , you and { $beside },
       *[other] , you and your colleagues,
    } for taking the time to talk with me{ $dated ->
        [yes] { " " }on { WEEKDAY($day) }
       *[no] { "" }
    }, and for considering me.
    .formal = I would like to thank you{ $others ->
        [0] { "" }
        [1] , and { $beside },
       *[other] , and your colleagues,
    } for the interview{ $dated ->
        [yes] { " " }on { WEEKDAY($day) }
       *[no] { "" }
    } and for considering me for the position.
thank-you-late-thanks = I would still like to thank you{ $others ->
        [0] { "" }
        [1] , and { $beside },
       *[other] , and your colleagues,
    } for your time{ $dated ->
        [yes] { " " }on { DAY($day) }
       *[no] { "" }
    } and for considering me.
    .warm = I still want to say thank you{ $others ->
        [0] { "" }
        [1] , and { $beside },
       *[other] , and your colleagues,
    } for taking the time to talk with me{ $dated ->
        [yes] { " " }on { DAY($day) }
       *[no] { "" }
    }, and for considering me.
    .formal = I would still like to express my thanks to you{ $others ->
        [0] { "" }
        [1] , and { $beside },
       *[other] , and your colleagues,
    } for the interview{ $dated ->
        [yes] { " " }on { DAY($day) }
       *[no] { "" }
    } and for considering me for the position.
thank-you-interest = I am { $wish ->
        [somewhat] still interested
        [plain] very interested
       *[still] still very interested
    }{ $short ->
        [yes] { "" }
       *[no] { " " }in { $known ->
            [both] the { $role } position at { $organisation }
            [role] the { $role } position
            [organisation] the position at { $organisation }
           *[neither] the position
        }
    }.
    .warm = I would { $wish ->
        [somewhat] still be glad
        [plain] be very glad
       *[still] still be very glad
    } to have { $short ->
        [yes] the job
       *[no] { $known ->
            [both] the { $role } job at { $organisation }
            [role] the { $role } job
            [organisation] the job at { $organisation }
           *[neither] the job
        }
    }.
    .formal = I { $wish ->
        [somewhat] remain interested
        [plain] am very interested
       *[still] remain very interested
    }{ $short ->
        [yes] { "" }
       *[no] { " " }in { $known ->
            [both] the { $role } position at { $organisation }
            [role] the { $role } position
            [organisation] the position at { $organisation }
           *[neither] the position
        }
    }.
thank-you-further = I have been thinking further about your question, "{ $question }":
    .warm = I have been thinking further about your question, "{ $question }", and want to add this:
    .formal = I have been thinking further about your question, "{ $question }", and would like to add the following:
thank-you-further-topic = I have been thinking further about { $topic }:
    .warm = I have been thinking further about { $topic }, and want to add this:
    .formal = I have been thinking further about { $topic }, and would like to add the following:
thank-you-further-plain = I have been thinking further about our conversation:
    .warm = I have been thinking further about our conversation, and want to add this:
    .formal = I have been thinking further about our conversation, and would like to add the following:
thank-you-also = On your other question, "{ $question }", I would like to add this:
    .warm = And to your other question, "{ $question }", I want to say this:
    .formal = On your further question, "{ $question }", I would like to add the following:
thank-you-also-topic = I have come back to { $topic }, too:
    .warm = And I have come back to { $topic } as well:
    .formal = I have also come back to { $topic }:
thank-you-also-plain = And one more thought on what we spoke about:
    .warm = And here is one more thought on what we talked about:
    .formal = I would like to add a further thought on what was discussed:
thank-you-grave = You asked me, "{ $question }". This is my answer:
thank-you-grave-topic = On { $topic }, this is my answer:
thank-you-grave-plain = There is something I would like to tell you:
thank-you-mention = There is one thing I would like to add:
    .warm = There is one more thing I would like you to know:
    .formal = There is one further matter that I would like to mention:
thank-you-your-colleague = your colleague
thank-you-pass-on = Hello, could you please pass this note on to the people I spoke with? Thank you.
thank-you-pass-on-to = Hello, could you please pass this note on to { $names }? Thank you.
thank-you-close = Kind regards,
    .warm = Warm regards,
    .formal = Yours sincerely,
signature = { $name }
thank-you-hiring-manager = hiring manager
thank-you-hiring-team = members of the panel
thank-you-recruiter = the recruiter
thank-you-the-hiring-manager = the hiring manager
thank-you-the-hiring-team = the members of the panel
