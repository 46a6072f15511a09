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
desk-cancelled = Cancelled
desk-erase = Cases whose deletion is requested:{" "}
desk-precheck = Pre-check of papers
desk-answers = What was entered
desk-words = In their own words
desk-confidential = Confidential: must not reach the other party
desk-conversation = The last messages
desk-work = Deliveries and due work
desk-work_deliver = Delivery to a case system
desk-work_past = Appointment time reached
desk-work_state_waiting = Waiting
desk-work_state_done = Done
desk-work_state_dead = Failed
desk-work_attempts = Tries:{" "}
desk-retry = Try again
desk-close = Close the case
service-danger = Possible danger
words-yes = yes|yes please|right|that is right|correct|sure|ok|okay
words-no = no|no thanks|not at all
words-unsure = i do not know|i don't know|i don’t know|not sure|i'm not sure|i’m not sure|unsure|hard to say
words-unknown = i do not know|i don't know|i don’t know|not sure|i forgot|i have forgotten|i cannot find it
words-agree = yes|ok|okay|agree|agreed|i do
words-none = none|no|nothing|skip|no number
