# 我的授权书 (my letters of authorisation): flows/assistance/letters_flow.py

# $letter: number; $state: how far
letters-one = Letter { $letter } ({ $state })
letters-state =
    .open = not everybody has signed
    .complete = signed by all
    .withdrawn = withdrawn
    .expired = out of time
    .replaced = replaced by a new one
letters-letter = Which letter would you like to see?
    .label = Letter
    .none = None
letters-none = You have no letter here. It comes with an application for “social assistance”; to sign one for somebody else, type “sign a letter”.
# $letter: number; $state: how far; $open: still to be signed (yes, no); $until: until when; $lines: a line for each page
letters-shown =
    Letter { $letter }: { $state }{ $open ->
        [yes] ; please sign before { $until }
       *[other] {""}
    }.
    { $lines }
letters-what = What would you like to do?
    .label = What to do
    .none = Nothing
letters-way =
    .codes = Make new codes
    .paper = Hand in a page signed on paper
    .guardian = Somebody cannot sign, a guardian does
    .looked = See who looked at it
    .joined = Somebody joined the household, or is legally obliged
    .left = Somebody left the household
    .again = Sign a new one
    .withdraw = Withdraw the authorisation
letters-page = Whose page?
    .label = Page
    .none = None
letters-this_page = the one chosen before
letters-no_page = There is no such page any more.
letters-guardian = Who signs? A guardian has to be a grown-up. For a grown-up who cannot sign, the staff check why.
    .label = Guardian
    .another = Somebody else
letters-notice_guardian = The name of the guardian is needed, only to sign this letter; it is kept encrypted. Please tell them first. Do you agree?
    .label = Agreement
    .agree = I agree
    .decline = I do not agree
letters-guardian_name = What is the name of the guardian?
    .label = Name of the guardian
letters-notice_picture = The signed page shows a name, an ID number and a signature; the photo is used only for this application and kept encrypted. Do you agree to hand it in?
    .label = Agreement
    .agree = I agree
    .decline = I do not agree
letters-picture = Please lay the signed page flat and take a photo of it with all four corners.
    .label = Page on paper
    .none = Not now
letters-notice_member = The name and ID number of this person are needed, only for this application; they are kept encrypted. Please tell them first. Do you agree?
    .label = Agreement
    .agree = I agree
    .decline = I do not agree
letters-relation = What is this person to the applicant?
    .label = Relation
    .spouse = Husband or wife
    .child = Son or daughter
    .parent = Father or mother
    .sibling = Brother or sister
    .grandchild = Grandchild
    .grandparent = Grandparent
    .relative = Another relative
    .obliged = Lives elsewhere and is legally obliged to support
letters-member_name = What is this person’s name?
    .label = Name
    .unsure = I do not know
letters-member_id = What is this person’s ID number?
    .label = ID number
    .unsure = I do not know, or there is none
letters-member_age = How old is this person?
    .label = Age
    .unsure = I do not know
letters-anew = When the household has changed, the letter is void and everybody signs a new one; for somebody legally obliged nobody signs again. Change it now?
    .label = Change the letter
    .no = Not now
    .yes = Change it
letters-really = Once it is withdrawn, nothing more is looked up on its strength, and the application may not go on. What was found already is kept as the rules say. Withdraw it?
    .label = Really withdraw
    .no = Not now
    .yes = Withdraw it

letters-nothing = All right, nothing was changed.
# $lines: a line for each page; $letter: number; $until: until when
letters-codes =
    The new codes:
    { $lines }
    The old codes do not work any more. { letters-how_to_sign }
letters-guardian_signs =
    Noted.
    { $lines }
    { letters-how_to_sign }
letters-on_paper =
    Received; the staff will check it.
    { $lines }
letters-with_one_more =
    Done, letter { $letter }.
    { $lines }
    { letters-how_to_sign }
letters-without =
    Done, the new letter is { $letter }; please sign it again.
    { $lines }
    { letters-how_to_sign }
letters-signed_again =
    The new letter is { $letter }; please sign before { $until }.
    { $lines }
    { letters-how_to_sign }
# $whole: whether all of it is withdrawn (yes, no)
letters-withdrawn = { $whole ->
        [yes] Letter { $letter } is withdrawn; nothing more is looked up on its strength. To sign a new one, type “my letters”.
       *[no] Your page is withdrawn. Until everybody has signed again, nothing is looked up on letter { $letter }.
    }
# $letter: number; $some: whether anybody did (yes, no); $lines: a line each time
letters-looked =
    { $some ->
        [yes] On letter { $letter } and this application, until now:
       *[other] Nobody has looked at letter { $letter } and this application yet.
    }
    { $lines }
# $at: when; $who: who; $what: what
letters-looked_line = { $at }, { $who }: { $what }
looked-case_opened = opened the application
looked-numbers_shown = saw whole numbers
looked-case_answered = answered the applicant
looked-case_closed = closed it
looked-case_accepted = accepted it
looked-letter_opened = opened the letter
looked-picture_opened = opened a photo
looked-page_checked = checked a page on paper
looked-case_sent = received the application
looked-letter_sent = received the letter
looked-picture_sent = received a photo
looked-letter_withdrawn = withdrew the letter at the counter
looked-check_asked = asked for the means to be verified
looked-check_sent = received the request to verify
looked-by_webhook = the case system
looked-something = did something else about it
letters-gone = This cannot be done with this letter any more. Type “my letters” to see how far it has come.

# $how: how to sign: with codes (codes), on paper (paper), all is signed (done)
letters-how_to_sign = { $how ->
        [codes] Give the code to who is to sign; on their own telephone they open this page, type “sign a letter” and enter it. A page without a code is printed and signed on paper.
        [paper] Please print it, have it signed on paper, then type “my letters” and hand in a photo of each page; it can also be signed at the counter of the township.
       *[done] {""}
    }
letters-obliged_too = For support for the destitute (tekun), those legally obliged to support the applicant sign as well, also if they live elsewhere. Please type “my letters” and choose “Somebody joined the household, or is legally obliged”.

## Told to the applicant and to who signs

# $who: who; $left: how many pages are left
letters-was_signed = The page of { $who } is signed. { $left ->
        [0] Everybody has signed.
        [one] One page is left.
       *[other] { $left } pages are left.
    }
# $who: who
letters-was_refused = { $who } will not sign. You can talk it over; for another code, type “my letters”.
letters-was_withdrawn = The authorisation of { $who } is withdrawn. Until it is signed again nothing is looked up. For another code, type “my letters”.
# $letter: number; $who: who has not signed; $until: until when
letters-remind = Letter { $letter } still waits for { $who }; please sign before { $until }. For the codes, type “my letters”.
letters-remind_signer = A letter waits for your signature; please sign before { $until }. Type “sign a letter” and enter the code.
letters-expired = Letter { $letter } was not signed by everybody in time ({ $who }) and is void. The application stands; for a new letter, type “my letters”.
letters-is_over = The letter you signed, or were to sign, was not signed by everybody in time and is void.
# $letter: number
letters-is_withdrawn_there = Letter { $letter } was withdrawn at the counter; nothing more is looked up on its strength.
letters-is_withdrawn = The applicant has withdrawn letter { $letter }; nothing more is looked up on its strength.
# $code: the code; $until: until when
letters-sign_again = The household has changed, and the letter is to be signed again. Your new code is { $code }; please type “sign a letter” before { $until }.
letters-paper_seen = The page of { $who } was checked by the staff. { $left ->
        [0] Everybody has signed.
        [one] One page is left.
       *[other] { $left } pages are left.
    }
letters-paper_again = The page of { $who } did not pass the check (the photo cannot be read, it is not complete, or they have to sign themselves) and is to be signed again. Type “my letters”.

## The page that verifies: /letters/

letter-verified =
    .title = Verify a letter of authorisation
    .ok = The number and the code match.
    .void = The number and the code match, but this letter is void and must not be used.
    .older = The number and the code match, but it has changed since; please look at the newest one.
    .no = The number and the code do not match. Please see whether they are complete, or ask whoever gave you the letter to print it again.
    .state = State now
    .signed = Pages signed
    .made = Made
    .as_of = State of this print

## On the desk

letters-before =
    .refused = had refused before: please check in person
    .withdrawn = had withdrawn before: please check in person
letters-match =
    .number = name and number are those the applicant gave
    .name = the name matches, the number is the signer’s own: please check
    .own = told by the applicant themselves: please check
    .shared = signed in the applicant’s conversation: please check that it was them

sms-case = [{ $place }] There is news about your matter with the bureau, number { $number }. Please see the chat page, or call { $phone }.
