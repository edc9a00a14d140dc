### The look back over a whole search.

search-title = Your search, from the first interview to the last
search-one = One interview: { $place }, on { $on }.
search-several = { $count ->
        [2] Two
        [3] Three
        [4] Four
        [5] Five
       *[other] { $count }
    } interviews, from { $from } to { $to }: { $places }.
search-undated = What you told of: { $places }.
search-learnt = Learnt ({ $place }):
search-felt-first = The first feeling you gave, from 0 (fine) to 10 (awful): { $feeling } ({ $place }).
search-felt-last = The last one: { $feeling } ({ $place }).
