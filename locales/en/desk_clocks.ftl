# The promises of the desk: flows/desk/clocks.py, bot/desk_clocks.py

promise-first = First answer
promise-next = Next answer
promise-solution = Settled

## For the staff; $name: which one

# $at: by when; $may_move: whether the holidays up to then are not published yet
promise-staff_due =
    { $may_move ->
        [yes] { $name }: due { $at }; the holidays are not published yet and it may change
       *[no] { $name }: due { $at }
    }
promise-staff_paused = { $name }: paused, the resident was asked for something
# $at: when it was due
promise-staff_overdue = { $name }: overdue since { $at }
promise-staff_open = { $name }: no time can be told, no work is done within sixty days
# $at: when it was done; $late: whether that was too late
promise-staff_met =
    { $late ->
        [yes] { $name }: done { $at }, too late
       *[no] { $name }: done { $at }
    }
promise-staff_void = { $name }: not needed any more

## For the resident, the same clock; $name: which one

# $at: by when; $may_move: whether the holidays up to then are not published yet
promise-resident_due =
    { $may_move ->
        [yes] { $name }: we have promised it by { $at }. The holidays are not published yet, and the time may change.
       *[no] { $name }: we have promised it by { $at }.
    }
promise-resident_paused = { $name }: we are waiting for what you were asked for. Our time stands still until then.
# $at: when it was due
promise-resident_overdue = { $name }: we had promised it by { $at }. That is over, and it is not done yet.
promise-resident_open = { $name }: we cannot say yet by when.
# $at: when it was done; $late: whether that was too late
promise-resident_met =
    { $late ->
        [yes] { $name }: done { $at }, later than we had promised.
       *[no] { $name }: done { $at }.
    }
promise-resident_void = { $name }: not needed any more.
