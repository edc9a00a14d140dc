"""What interviewers must not do: signs of discrimination, mockery or an unlawful question in what a person tells.

Heard anywhere, so that it is never made small. The rule a newcomer could break: it is about what *they* said or did; a
person who calls themselves old has not been wronged by it.
"""

from __future__ import annotations

import re

from core.understanding.text import LONGEST_STORY, fold

_THEY = r"(?:they|he|she|one of them|somebody|someone|the (?:\w+ ){0,2}(?:manager|interviewer|boss|man|woman|guy|lady|panel|director|owner))"
_GROUNDS = (
    r"(?:too old|too young|my age|grandad|grandpa|granny|retire\w*|pregnan\w*|(?:have|having|plan\w*|want) (?:any |more )?(?:children|kids|babies)|a baby|"
    r"married|my husband|my wife|single mother|my accent|my skin|my colou?r|my race|my religion|my hijab|my headscarf|my turban|my church|"
    r"gay|lesbian|trans|my disability|my wheelchair|my illness|my health|where (?:i'm|i am|are you) really from|go back to|my tribe|my weight|my looks|"
    r"women (?:can't|cannot|don't|like me)|a woman like)"
)
_SIGNS = re.compile(
    r"\bdiscriminat\w*|\b(?:racist|sexist|ageist|homophobic|xenophobic|bigot\w*)\b|\bharass\w*|\bgrope\w*|\b(?:called|calling) me (?:a |an )?"
    r"(?:grandad|grandpa|granny|girl|boy|stupid|fat|ugly|retard\w*|old|love|sweetheart|darling)\b"
    r"|\b(?:touched|grabbed|rubbed|stroked) (?:me|my)\b"
    rf"|\b{_THEY} (?:\w+ ){{0,3}}(?:asked|said|told|laughed|joked|commented|mocked|remarked|made|kept|wanted to know|hinted)\b[^.!?]{{0,60}}\b{_GROUNDS}"
    rf"|\b(?:because of|about) {_GROUNDS}|\b(?:can|could|should|do) i (?:report|sue|complain)\b|\b(?:know )?my rights\b|\bunlawful\b|\bis (?:that|this|it) (?:even )?legal\b"
    r"|\bi(?:'m| am| was) (?:\"|')?(?:far )?too (?:old|young) (?:for|to)\b|\b(?:mocked|humiliated|insulted|shouted at|yelled at|swore at) (?:me|my)\b"
)


def is_serious(text: str) -> bool:
    """Whether something was said or done to the person that must not be made small."""
    return bool(_SIGNS.search(fold(text[:LONGEST_STORY])))
