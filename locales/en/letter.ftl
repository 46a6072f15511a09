# The letter of authorisation. Code: flows/assistance/letter.py, integrations/documents/letter.py

letter-title = Authorisation for Household Means Verification (Social Assistance)
letter-subtitle = Letter of authorisation
letter-demonstration = Example, not a real application

## Who authorises whom, to check what, and for how long

letter-line =
    .applicant = Applicant
    .by = Given by
    .to = Given to
    .from = May ask
    .scope = May check
    .validity = Valid

letter-by = The applicant and the household members living together; each signs a page
letter-by_tekun = The applicant, the household members living together and those with a legal duty of support; each signs a page
# $township: the township; $bureau: the bureau
letter-to = { $township } and { $bureau }, which handle this application, and the means verification bodies at every level
letter-from = Public security, human resources and social security, housing, natural resources, tax, market regulation, housing provident fund, medical insurance and other departments; banks, securities, insurance, nonbank payment and other institutions
letter-scope = Identity, income and assets, only for the social assistance applied for now and what belongs to it
letter-validity = From the day of signing until leaving social assistance, the time of dynamic monitoring included

## Clauses

letter-clause_each = Everyone authorises for themselves. For a person without capacity, or with limited capacity, for civil acts, the guardian signs and writes whose guardian they are.
letter-clause_obliged = For support for people in extreme difficulty (tekun), those with a legal duty of support also sign, and their households’ means are verified too.
letter-clause_agent = Anyone but a guardian who signs for another needs that person’s genuine authority. Without it they cannot sign.
letter-clause_data = What may be looked up and verified: household registration, tax, social insurance, real estate registration, business registration, housing provident fund, vehicle and vessel registration, bank deposits, commercial insurance, securities, internet financial assets and the like.
letter-clause_use = What is found is used for the review, regular checks and dynamic monitoring of social assistance. Apart from what rules require to be published, it must be kept confidential.
letter-clause_void = If the verification is not passed, this letter is void.
letter-clause_again = When the household members living together change, or on a new application, the letter is signed anew.
letter-clause_paper = Each signs their own page with a signature or a fingerprint and fills in their ID number. It is signed on paper, not online.
letter-clause_electronic = Each signs their own page with a signature or a fingerprint and fills in their ID number. Online, the identity is verified first; only if it matches can it be signed.
letter-clause_copies = The signed letter is filed by the authority that handles the application and by the verification body. Whoever signs may keep a copy.

letter-promise = I promise: the household members, income and assets declared are true and complete, and nothing is concealed; I will tell the township (subdistrict office) of later changes in good time. Whoever declares falsely is liable under the law.

letter-note_not_accepted = Signing this letter does not mean that the application is accepted, or that it will be approved.
letter-note_free = Signing this letter is free of charge.
letter-note_review = Whoever disagrees with a later decision may apply for administrative reconsideration or bring an administrative suit under the law.
# $mark: the sign printed in its place
letter-unprintable = A character that could not be printed is shown as “{ $mark }”. Please write it in by hand as on the ID document.

## Where it is signed

letter-label =
    .number = Number
    .members = Household members
    .signing = Signing
    .name = Name
    .relation = Relation to the applicant
    .id_number = ID number
    .capacity = Signs for
    .state = Status
    .date = Date
    .signature = Signature
    .fingerprint = Fingerprint
    .verify = Scan the code to verify this letter.
    .digest = Digest (SHA-256)

letter-own = Self
# $name: whose guardian signs
letter-guardian_of = { $name } (as guardian)

letter-state =
    .waiting = to be signed
    .signed = signed
    .guardian = signed by the guardian
    .guardian_due = signed by the guardian, to be checked
    .paper = signed on paper, to be checked
    .paper_seen = signed on paper
    .refused = refused
    .withdrawn = withdrawn
# $state: one of those above; $guardian: the guardian
letter-state_of_guardian = { $state } (guardian: { $guardian })
# $state: one of those above
letter-state_typed = { $state } (by typing the name)
letter-no_guardian = not settled yet; type “my letters” and say who signs
letter-relation =
    .self = applicant
    .spouse = husband or wife
    .child = son or daughter
    .parent = father or mother
    .sibling = brother or sister
    .grandchild = grandchild
    .grandparent = grandparent
    .relative = another relative
    .guardian = guardian
    .obliged = legally obliged to support
letter-township_elsewhere = the township (subdistrict office) of the household registration

## Read on a screen before it is signed

# $label: what is on the left; $words: what is on the right
letter-read_line = { $label }: { $words }
# $number: which clause; $words: the clause
letter-read_clause = { $number }. { $words }
# $lines: every line of the letter
letter-read =
    This is the authorisation to verify the household’s means for social assistance. Please read it:
    { $lines }
# $names: for whom
letter-read_guardian = You are the guardian: signing once, you sign for { $names } as well.

## How far each page has come

# $who: who; $state: how far
letter-page_state = { $who }: { $state }
# $who: who; $state: how far; $code: the code to sign with
letter-page_code = { $who }: { $state }, code { $code }

# $page: which page; $pages: how many there are
letter-page = Page { $page } of { $pages }

## A signature by hand (integrations/documents/signature.py)

signature-empty = No signature yet. Please write your name in the field.
signature-too_long = That is too many strokes. Please clear the field and sign again.
signature-unreadable = The signature did not arrive properly. Please clear the field and sign again.
