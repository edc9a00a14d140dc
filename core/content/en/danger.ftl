### When somebody may be in danger. Have every change here read by a counsellor.

danger-heard = What you just wrote sounds as if living is hard to bear right now. I take that seriously, and it comes before any interview.
    .v2 = You wrote something that matters more than any interview: it sounds as if you may be thinking of ending your life. I take it seriously.
    .v3 = I am stopping everything else, because of what you just wrote. It sounds as if you are in real danger, and I take it seriously.

danger-heard-unsafe = What you describe is not safe, and it is not your fault. That comes before any interview.
    .v2 = Somebody is hurting or threatening you, as I read it. That comes first, before everything else here.
    .v3 = I am stopping everything else: nobody may treat you like that, and your safety comes first.

danger-heard-concern = That sounds heavier than an interview. I would rather ask once too often than not at all.
    .v2 = I want to stop here for a moment: what you wrote sounds like more than a bad day.
    .v3 = Before anything else: those words worry me, so I am asking directly.

danger-numbers = In { COUNTRY($country) } you can reach somebody now: { $lines }. If it is about minutes, call the emergency number.
    .v2 = Somebody you can talk to now, in { COUNTRY($country) }: { $lines }. In immediate danger, the emergency number comes first.
    .v3 = These are for { COUNTRY($country) }, people who answer: { $lines }. If you might act on it now, call the emergency number.

danger-numbers-here = You can reach somebody now: { $lines }.
    .v2 = Somebody you can talk to now: { $lines }.
    .v3 = These are people who answer: { $lines }.

danger-anywhere = The directory at findahelpline.com lists people you can call or write to in your country, and your local emergency number is for the moments that cannot wait.
    .v2 = At findahelpline.com you find who can be called or written to where you live. If it cannot wait, call your emergency number.
    .v3 = Who answers near you stands at findahelpline.com. For immediate danger there is your emergency number.

danger-near = If somebody is near, go to them or call them, and put distance between yourself and anything you could be hurt with. I am a program: I cannot do this part, and a person can.
    .v2 = Go where somebody is, or ring somebody you know, and away from anything that could hurt you. I am a program and not able to hold this; a human being is.
    .v3 = Please do not stay alone with it: a neighbour, a friend, a relative. Keep away from anything dangerous. I am only a program, and this needs a person.

danger-ending = Are you thinking about ending your life?
    .v2 = I ask you directly: are you thinking of ending your life?
    .v3 = Do you think about killing yourself?
    .short = Are you thinking about ending your life?
    .why = Asking plainly does no harm, and your answer decides what comes next.
    .yes = Yes
    .no = No
    .misunderstood = You misunderstood
    .misunderstood-like = misunderstood | misunderstand | misunderstanding | misread me | wrong idea | not what i meant | not what i mean | i did not mean that | i didn't mean that | didn't mean it like that | meant it like that | i was talking about | i'm talking about | im talking about | i am talking about | i meant the | i mean the | nothing like that | nobody is dying | no one is dying | not suicidal | nobody wants to die | it was the interview question | that was the interview question | that was their question | they asked that | figure of speech | an expression | a saying

danger-safe = Are you safe right now?
    .v2 = Are you somewhere safe at this moment?
    .v3 = Just now, are you out of their reach and safe?
    .short = Are you safe right now?
    .why = If you are not, getting away and getting help come first.
    .yes = Yes
    .no = No
    .misunderstood = You misunderstood
    .misunderstood-like = misunderstood | misunderstand | misunderstanding | misread me | wrong idea | not what i meant | not what i mean | i did not mean that | i didn't mean that | didn't mean it like that | meant it like that | i was talking about | i'm talking about | im talking about | i am talking about | i meant the | i mean the | nothing like that | nobody is dying | no one is dying | not suicidal | nobody wants to die | it was the interview question | that was the interview question | that was their question | they asked that | figure of speech | an expression | a saying

danger-stay = Thank you for saying it. Nothing else matters here now, and nothing else is asked of you.
    .v2 = It is good that you said so. We stay with this and with nothing else.
    .v3 = You said it, and that was not easy. Only the next few minutes count now.

danger-numbers-again = One small step: pick one of these and make contact, now. { $lines }.
    .v2 = The next step is one call or one message: { $lines }.
    .v3 = Please reach one of these before you put the phone away: { $lines }.

danger-step = Who can you reach right now?
    .v2 = Which of these can you do in the next minute?
    .v3 = Whom can you call or go to now?
    .short = Who can you reach?
    .why = The next minutes are easier with a human voice.
    .calling = I am calling
    .with-somebody = Somebody is with me
    .not-yet = Not yet
    .misunderstood = You misunderstood
    .misunderstood-like = misunderstood | misunderstand | misunderstanding | misread me | wrong idea | not what i meant | not what i mean | i did not mean that | i didn't mean that | didn't mean it like that | meant it like that | i was talking about | i'm talking about | im talking about | i am talking about | i meant the | i mean the | nothing like that | nobody is dying | no one is dying | not suicidal | nobody wants to die | it was the interview question | that was the interview question | that was their question | they asked that | figure of speech | an expression | a saying

danger-stay-unanswered = You need not answer that. I stay with it all the same; nothing else is asked of you now.
    .v2 = Whatever the answer is, you do not have to write it here. This stays first.
    .v3 = That may be hard to say, and it need not be said to me. I am still here, and the interview waits.

danger-nobody-yet = Then keep one of these before you: { $lines }. And one message to one person, any person: "can you stay with me for a while". I keep your place, and ask nothing more. If it gets worse, call.
    .v2 = Not yet is all right. Go where there are people, a lit room, a shop, a neighbour, and keep this at hand: { $lines }. Nothing here is waiting for you.
    .v3 = It need not be the right person, only somebody: a neighbour, a cousin, whoever answers. Or these, at any hour they keep: { $lines }. Everything you wrote here keeps.

danger-afterwards = Stay with them, or on the line. Everything you wrote here keeps; it can wait as long as it has to.
    .v2 = Stay in touch with a person, however small the talk. What is here can wait.
    .v3 = Keep somebody beside you or on the phone. There is no hurry with anything else.

danger-accepted = All right, I take your word for it. Should that change, findahelpline.com and the emergency number are there at any hour. When you want to go on, say "go on".
    .v2 = Understood. Help stays where it is: findahelpline.com, or the emergency number. Your place is kept; "go on" brings it back.
    .v3 = Then I misread it, or it has passed; both are fine. Help is at findahelpline.com whenever it is needed. Say "go on" if and when you like.

danger-misread = Then I misread that, and I am sorry. What you wrote is kept: "go on" takes it up where we were. Help is at findahelpline.com all the same, at any hour.
    .v2 = My mistake, and I am sorry for the alarm. Say "go on", and your words count as you meant them. Should anything weigh on you after all: findahelpline.com, at any hour.
    .v3 = I took that wrongly, and I am sorry. "Go on" brings us back to where we were, with what you wrote. And findahelpline.com is there at any hour.

danger-somebody-else = You are worried for somebody. Take it seriously and ask them directly; asking does no harm. You need not carry it alone, and neither do they.
    .v2 = That is frightening to see in somebody else. Ask them plainly, stay near, and bring in a person who can help.
    .v3 = If somebody near you may be in danger, do not wait for the right words: ask them, stay, and call for help.

danger-somebody-now = This is about minutes: ring the emergency number now and tell them where the person is. Stay with them or on the line with them, as long as it is safe for you.
    .v2 = Somebody needs help at once, and that comes first. Ring the emergency number, say where they are, and stay near if you are safe there.
    .v3 = Stop reading here and call for help now: the emergency number first, then whoever is closest to them. Do not put yourself in danger.

danger-heard-others = What you wrote sounds as if somebody could get badly hurt. I take it seriously, and it comes before any interview.
    .v2 = I am stopping everything else: it sounds as if you may hurt somebody, and nothing that was said to you today is worth that.
    .v3 = That is more than anger, as I read it, and somebody could be harmed. It comes first, before everything else here.

danger-apart = Keep away from them for now, and out of reach of anything that could hurt anybody. Ring a person you trust and say it aloud; if you may act on it, ring the emergency number. I am a program, and this needs a person.
    .v2 = Put distance between yourself and them, and between yourself and whatever you would use. Go to somebody or call somebody before you do anything else. I am only a program: a human being can hold this with you.
    .v3 = Do not go there. Leave what could hurt anybody where it is, and call somebody who knows you, or the emergency number. I am a program and cannot do this part.

danger-long-past = You have been through something heavy, and you told me. If it comes back, a person is better than a program: findahelpline.com lists who answers where you live. When you want to go on with the interview, say "go on".
    .v2 = Thank you for telling me that. Should those days return, findahelpline.com shows whom to call. Your place is kept; "go on" brings it back.
    .v3 = That was a hard time, and you are here. Help is at findahelpline.com if you ever need it again. Say "go on" whenever you like.

danger-grief = That is a loss, and no interview weighs against it. There is no hurry here at all; if you want somebody to talk to, findahelpline.com lists people who listen. Say "go on" when you like.
    .v2 = I am sorry that they are gone. Everything here can wait as long as it has to; "go on" brings your place back, today or in a month.
    .v3 = Losing somebody comes before any of this. Take the time it takes; what you wrote is kept, and "go on" finds it again.

danger-one-line-plain = { $name } { $contact }
danger-one-line = { $name } { $contact } ({ $hours })
danger-directory = the directory at findahelpline.com
