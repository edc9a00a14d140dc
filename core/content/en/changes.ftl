### From one interview to the next, set side by side.

changes-title = { $count ->
        [3] Three interviews
        [4] Four interviews
        [5] Five interviews
       *[other] { $count } interviews
    }, side by side
changes-at-first = The feeling at first, 0 (fine) to 10 (awful), oldest first: { $feelings }.
changes-at-last = And the last time you said it: { $feelings }.
changes-felt = { $feeling } ({ $place })
changes-badly = On the bad list: { $areas }.
changes-well = On the good list: { $areas }.
changes-in-all = { $area } in all { $all }
changes-in-some = { $area } in { $times } of { $all }
changes-learnt = Learnt ({ $place }):
changes-practised = You practised: { $questions }.
