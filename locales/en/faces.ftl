# Words of the faces: the chat's frame, the terminal, and the staff's pages.

confirm-how = To change one, type “change” and its name, such as “change telephone”.
options-more = { $n } more; you can just type them.

receipt-title = Receipt
receipt-service = Service
receipt-day = Day
receipt-time = Time
receipt-ticket = Walk-in number
receipt-office = Where
receipt-address = Address
receipt-phone = Telephone

# $number: a telephone number
call-number = Call { $number }

fault-ended = This conversation has ended. Please begin a new one.
fault-malformed = This message has the wrong form and was not taken.
fault-not_found = There is no such page.
fault-too_slow = This message did not arrive whole. Please try again.
fault-picture_too_large = This photo is too large. Please choose one of 8 MB at most.
fault-too_many_pictures = That is a lot of photos. Please send the next one in a minute, or hand it in at the counter.

desk-title = Online desk
desk-name = Staff desk
desk-window_title = Staff desk
desk-demonstration = Example
desk-sign_in = Sign in
desk-sign_out = Sign out
desk-sign_in_failed = The account or the password is wrong, or there were too many tries. Please try again later.
desk-account = Account
desk-password = Password
desk-queue = Cases
desk-deliveries_dead = Deliveries that failed:{" "}
desk-kind = Kind
desk-kind_booking = Appointment
desk-kind_handoff = For a person
desk-kind_case = Case
desk-kind_erasure = Deletion request
desk-state = State
desk-state_filed = Not seen
desk-state_seen = Seen
desk-state_closed = Closed
desk-township = Township
desk-all = All
desk-filter = Filter
desk-nothing = There are no cases here yet.
desk-urgent = Urgent
desk-newer = Newer
desk-older = Older
desk-back = Back to the cases
desk-no_such_case = There is no such number.
desk-revision = Revision:{" "}
desk-appointment = Appointment
desk-ticket = Walk-in number
desk-invited = Waiting for the partner to agree; not booked yet
desk-partner = The other partner’s receipt:
desk-cancelled = Cancelled
desk-erase = Cases whose deletion is requested:{" "}
desk-erase_now = Delete what was entered in that case
desk-precheck = Pre-check of papers
desk-findings = At first sight
desk-briefing = For the staff
desk-answers = What was entered
desk-show_numbers = Show whole numbers (this is recorded)
desk-words = In their own words
desk-confidential = Confidential: must not reach the other party
desk-conversation = The last messages
desk-calls = To be called today:{" "}
desk-call_reminder = reminder
desk-call_change = a change of the appointment
desk-call_offer = a seat from the waiting list: call before its time is over
desk-call_waiting = waiting has ended
desk-called = Called
desk-work = Deliveries and due work
desk-work_deliver = Delivery to a case system
desk-work_past = Appointment time reached
desk-work_remind = Reminder
desk-work_date = Reminder of a day
desk-work_notice = Tell the person
desk-work_reach = See whether they saw it
desk-work_offer = a seat from the waiting list is over
desk-work_closed = Tell the person it is closed
desk-work_state_waiting = Waiting
desk-work_state_done = Done
desk-work_state_dead = Failed
desk-work_attempts = Tries:{" "}
desk-retry = Try again
desk-close = Close the case
desk-close_sure = The day of this appointment is still to come. Closing the case does not cancel it: they will come. To close it all the same, press once more.
desk-close_unread = Something more was said, so the case is not closed yet. Please read it first.
desk-answer = Answer
desk-answer_label = Shown to the person in the chat, 1000 characters at most. No ID numbers, please.
desk-answer_send = Send
desk-answer_gone = The person has left this conversation, so these words cannot be delivered. Please call them.
desk-answer_unsent = Not sent:

desk-day = Today
desk-day_choose = Which day
desk-day_earlier = Day before
desk-day_later = Day after
desk-day_office = Office
desk-day_go = Show
desk-day_who_came = Booking number, walk-in number, or the last 6 characters of the ID number
desk-day_check_in = Check in
desk-day_not_found = No appointment of today fits. Please check the number, or take a walk-in number.
desk-day_too_fast = Too many tries. Please try again in a few minutes.
desk-day_several = Several fit. Please choose who has come
desk-day_walk_in_for = Without an appointment, for
desk-day_walk_in = Take a walk-in number
desk-day_nothing = There are no appointments and no walk-in numbers on this day.
desk-day_time = Time
desk-day_service = Service
desk-day_names = Names
desk-day_number = Number
desk-day_does = To do
desk-day_awaited = Not here yet
desk-day_came = Came
desk-day_absent = Did not come
desk-day_cancelled = Cancelled
desk-day_unknown = Not recorded
desk-day_undo = Undo check-in
desk-day_serve = Done
desk-day_served = Done
desk-day_not_served = Not done yet
desk-day_mark = Mark as not come
desk-day_unmark = Take “did not come” back
desk-day_print = To print this day, press Ctrl+P.
# $people: how many who have come are before; $minutes: about how long that takes
counter-waiting = { $people ->
    [0] Nobody is waiting before you.
    [one] 1 visit is before yours; the wait is about { $minutes } minutes.
   *[other] { $people } visits are before yours; the wait is about { $minutes } minutes.
}

service-danger = Possible danger
words-yes = yes|yes please|right|that is right|correct|sure|ok|okay
words-no = no|no thanks|not at all
words-unsure = i do not know|i don't know|i don’t know|not sure|i'm not sure|i’m not sure|unsure|hard to say
words-unknown = i do not know|i don't know|i don’t know|not sure|i forgot|i have forgotten|i cannot find it
words-agree = yes|ok|okay|agree|i agree|agreed|sure|i do
words-decline = no|i do not agree|i don't agree|disagree|no thanks|i would rather not
words-keep = keep|keep it|no change|leave it|the same
words-none = none|no|nothing|skip|no number
history-hidden = This part is not shown again. To go on, choose “Go on”.
