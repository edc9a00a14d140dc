### The message to somebody inside: our frame around the person's own words.

insider-greeting = Hello { $name },
insider-hello = Hello,
insider-had-interview = { $dated ->
        [yes] On { DAY($day) } I had an interview
       *[no] I recently had an interview
    } for { $known ->
        [both] the { $role } position at { $organisation }
        [role] the { $role } position where you work
        [organisation] the position at { $organisation }
       *[neither] a position where you work
    }.
insider-feedback = Could you find out for me how the hiring manager saw it, and what I could do better?
insider-good-word = If you feel able to, would you say a word for me to the hiring manager?
insider-leave-it = If you have any part in the decision, or would rather keep out of it, please just leave it. I will understand.
insider-close = Thank you,
insider-your-relation = your { $relation }
insider-whom-you-know = the person you know there
