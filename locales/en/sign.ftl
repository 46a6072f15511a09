# 签授权书 (sign a letter of authorisation): flows/assistance/sign_flow.py

sign-code = What is your signing code? Eight letters or digits, such as 7K3M-Q2XD.
    .label = Signing code
    .lost = I have no code
    .lost-words = lost the code|not received|cannot find it
# $applicant: the family name of the applicant, and *
sign-asked = I sign: the letter of { $applicant } for social assistance
sign-letter = This is a letter of authorisation: the household applies for social assistance, the bureau verifies its income and assets, and every adult signs a page. Would you like to read it now?
    .label = Letter to sign
    .other_code = Another code
    .none = Not now
sign-really = If you do not sign, the applicant will know, and the application of the household may not go on. Will you really not sign?
    .label = Really not
    .no = Not now, let me think
    .yes = I will not sign
sign-notice =
    To sign, your name and ID number are checked, and your signature is needed, only for this application for social assistance.
    An ID number is sensitive personal information; it is kept encrypted. The applicant does not see the number you enter here. { notice-kept }
    Do you agree to enter it here?
    .label = Agreement
    .agree = I agree
    .decline = No, I sign at the counter of the township
sign-name = What is your name?
    .label = Your name
sign-id = What is your ID number?
    .label = Your ID number
sign-pages = What would you like to do?
    .label = Letter
    .other_name = Change the name
    .other_number = Change the number
    .refuse = I will not sign
sign-has_read = I have read it and sign
sign-signature = Please sign your name: just type it; on the page you can also write it in the field by hand.
    .label = Signature
    .later = Not now
# $letter: number of the letter; $some: whether for others as well (yes, no); $guarded: for whom
sign-signed =
    Signed, letter { $letter }. { $some ->
        [yes] As the guardian you have signed for { $guarded } as well.
       *[other] {""}
    }
    To see who looked at it, or to withdraw it, type “my letters” on this page at any time; once it is closed, you can withdraw at the counter of the township with your ID card.
sign-refused = All right, it is not signed. If you change your mind, ask the applicant for another code.
sign-later = All right, not now. When you want to, type “sign a letter” and enter the code.
sign-ask_again = The applicant has the code; please ask for it once more, then type “sign a letter”.
sign-at_the_office = All right, nothing was kept here. You can sign on paper at the counter of the township; bring your ID card.

sign-over = This code does not work just now: perhaps it was mistyped, its time is over, or it was used, or opened on another telephone. Please check it, or ask the applicant for it once more.
sign-too_often = Too many tries; please try again in an hour. If it cannot wait, ask for a person.
sign-no_match = The name and the ID number are not those of who is to sign this page. Please check them; if both are right, ask the applicant to look at what they entered, or sign on paper at the counter.
