# The staff's accounts and rights, the audit log and the calendar

## Signing in, and refusals

desk-code = One-time code
desk-code_none = {" "}(leave empty if you were given none)
desk-sign_in_no_code = This account has no one-time code yet. Please ask the administrator for one.
desk-not_allowed = Your account is not for this. If you need it, please ask the administrator.
desk-pressed_already = This was pressed before, so nothing was done a second time. Please see how it stands now.
desk-go_back = Back

## Roles and scopes

desk-role_desk = Desk
desk-role_lead = Duty lead
desk-role_calendar = Calendar keeper
desk-role_auditor = Auditor
desk-role_admin = Administrator
desk-level_county = County
desk-level_township = Township
desk-level_village = Village

## Accounts

desk-accounts = Accounts
desk-accounts_blocked = Blocked
desk-accounts_locked = Locked for a while after wrong tries
desk-accounts_no_codes = No one-time codes
desk-accounts_block = Block
desk-accounts_unblock = Let in again
desk-accounts_new_codes = New one-time codes
desk-accounts_hint = New accounts, roles and passwords are set by who runs the server, with a command.
desk-codes = New one-time codes
desk-codes_for = Account:{" "}
desk-codes_once = Please have its owner scan this now with an authenticator app. It is shown only this once; the codes used before no longer work.
desk-codes_picture = QR code for an authenticator app

## The audit log

desk-audit = Audit log
desk-audit_check = Check that the whole log is as it was written
desk-audit_whole = The whole log was checked: nothing was changed and nothing is missing.
desk-audit_broken = The log was tampered with. Please report this at once. The first place:{" "}
desk-audit_who = Who
desk-audit_subject = About what
desk-audit_day = Day
desk-audit_nothing = There are no such entries.
desk-audit_stranger = Somebody not signed in

desk-did_benefits_looked_up_certify = benefits looked up for re-certification
desk-did_benefits_looked_up_news = benefits looked up to tell the person of changes
desk-did_benefits_looked_up_identity = benefits looked up to see who is asking
desk-did_benefits_looked_up_shown = benefits looked up to show them to the person
desk-did_signed_in = signed in
desk-did_signed_out = signed out
desk-did_sign_in_refused = sign-in refused
desk-did_account_locked = account locked after wrong tries
desk-did_account_added = added an account, or made one anew
desk-did_account_changed = changed a role or scope
desk-did_account_blocked = blocked an account
desk-did_account_unblocked = let an account in again
desk-did_new_password = set a new password
desk-did_new_one_time_codes = set new one-time codes
desk-did_log_opened = opened the audit log
desk-did_calendar_work = made it a working day
desk-did_calendar_off = made it a day off
desk-did_calendar_published = left it to the published calendar
desk-did_case_opened = opened the case
desk-did_numbers_shown = saw the whole numbers
desk-did_case_closed = closed the case
desk-did_case_answered = answered
desk-did_answer_not_delivered = the answer was not delivered
desk-did_case_erased = erased what was entered
desk-did_case_accepted = accepted the application
desk-did_case_sent = case sent to the case system
desk-did_letter_sent = letter sent to the case system
desk-did_picture_sent = picture sent to the case system
desk-did_check_sent = request for verification sent
desk-did_volunteer_sent = registration sent to the volunteer system
desk-did_certificate_sent = certificate sent to the volunteer system
desk-did_check_asked = asked for verification
desk-did_letter_opened = opened the letter
desk-did_letter_withdrawn = withdrew the letter
desk-did_page_checked = checked a signed page
desk-did_picture_opened = opened a picture
desk-did_delivery_retried = tried a delivery again
desk-did_struck_off_the_count = struck it off the count
desk-did_called = made the call
desk-did_day_opened = opened the day
desk-did_checked_in = checked in
desk-did_check_in_undone = undid a check-in
desk-did_check_in_not_found = found nobody to check in
desk-did_no_show_marked = marked a no-show
desk-did_no_show_taken_back = took a no-show back
desk-did_walk_in = gave a walk-in ticket
desk-did_ticket_done = finished a ticket
desk-did_ticket_not_done = took a finished ticket back
desk-did_refused_stranger = refused: not signed in
desk-did_refused_expired = refused: the session was over
desk-did_refused_blocked = refused: the account is blocked
desk-did_refused_no_one_time_code = refused: no one-time code yet
desk-did_refused_right = refused: not of this role
desk-did_refused_scope = refused: outside the scope
desk-did_refused_forged = refused: not a form of this session
desk-did_refused_replay = refused: pressed a second time

## The calendar

desk-calendar = Calendar
desk-calendar_day = Date
desk-calendar_what = That day
desk-calendar_work = Worked
desk-calendar_off = Off
desk-calendar_published = As published
desk-calendar_note = Why
desk-calendar_set = Save
desk-calendar_hint = Whoever has an appointment on that day will be told.
desk-calendar_nothing = The days to come are as published.
desk-calendar_no_day = Please choose a day.
desk-calendar_over = This day is over. Please choose today or a later one.

## What the demonstration's accounts are called

account-demo = Example staff (county)
account-demo_town = Example staff (township)
account-demo_village = Example staff (village)
account-demo_lead = Example duty lead
account-demo_calendar = Example calendar keeper
account-demo_auditor = Example auditor
account-demo_admin = Example administrator
desk-did_numbers_shown_call = whole numbers shown: to call
desk-did_numbers_shown_check = whole numbers shown: to check who it is
desk-did_numbers_shown_file = whole numbers shown: to enter them
desk-did_numbers_shown_danger = whole numbers shown: danger
desk-did_case_claimed = taken on
desk-did_claim_came_second = came second
desk-did_case_passed_on = passed on
desk-did_case_taken_over = taken over
desk-did_missing_item_asked = asked for what is missing
desk-did_case_noted_upon = noted
desk-did_case_resumed = supplied
desk-did_duty_set = duty set
desk-did_duty_removed = duty removed
desk-did_account_phone = new telephone
desk-did_case_made_urgent = made urgent
