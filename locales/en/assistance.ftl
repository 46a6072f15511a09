# Social assistance, one ID card and one letter: flows/assistance/

assistance-notice =
    We can look at which assistance may fit. The bureau needs names, ID numbers, where you live, who lives with you, income, property, illness and disability, only for assistance.
    ID numbers, illness and disability are sensitive and are kept encrypted. Before you enter something about your family, please tell them. You can always answer “not sure”. { notice-kept }
    Do you agree to enter it here? If not, you can apply at the counter of your township.
    .label = Consent
    .agree = I agree
    .decline = No, I will go to the township
assistance-township = In which township do you live now?
    .label = Township
    .elsewhere = None of these places
assistance-village = In which village or community?
    .label = Village or community
    .unknown = I am not sure, or it is not listed
assistance-tonight = Is there something that must be solved tonight? For example nothing to eat, nowhere to sleep, ill without medicine.
    .label = Tonight
    .no = No
    .yes = Yes, help is needed tonight
assistance-needs = What is most urgent? You can choose several.
    .label = Most urgent
    .food = Food
    .shelter = A place to stay
    .medicine = A doctor or medicine
    .warmth = Heating, clothes, blankets
    .something_else = Something else
assistance-for_whom = Whom is this for?
    .label = For whom
    .self = My own household
    .other = I am helping somebody else, or telling of somebody's need
assistance-mandate = Do they know that you are doing this?
    .label = On whose behalf
    .asked = They asked me to
    .cannot = They cannot do it themselves, and I look after them
    .none = No, I only want to tell you
assistance-words = Please tell us who it is, where, and what happened. A few sentences are enough; no ID number is needed.
    .label = What happened
assistance-reach = Please give a telephone number where we can reach you, or none if you prefer.
    .label = Telephone
    .none = No telephone number
assistance-proxy_name = What is your own name?
    .label = Name of who speaks for them
assistance-proxy_is = Who are you to them?
    .label = Who speaks for them
    .family = Family
    .neighbour = Neighbour or friend
    .village_staff = Village or community staff
    .somebody = Somebody else
# $kept: whether the photo is kept with the application
assistance-card =
    Please take a photo of the applicant’s ID card, the side with the portrait and the number, and you need not type name and number. { $kept ->
        [yes] The photo is encrypted and kept with the application.
       *[no] The photo is deleted as soon as it has been read.
    }
    .label = Photo of the ID card
    .typed = No photo, I type it
# $lines: what stands on the card
assistance-card_check =
    This is what the photo says. Please compare:
    { $lines }

    Is it all right? Then name and number are filled in like this.
    .label = ID card compared
    .yes = All right
    .again = Not right, another photo
    .typed = Not right, I type it
assistance-name = Who is applying, and what is their name? For your own household, give your name.
    .label = Name of the applicant
assistance-id = What is the applicant's ID number?
    .label = ID number of the applicant
    .unsure = Not sure, or none
assistance-age = How old is the applicant?
    .label = Age of the applicant
    .unsure = Not sure
assistance-hukou_place = Where is the applicant's household registration (hukou)?
    .label = Hukou is in
    .here = The township they live in
    .county = Another township of this county
    .elsewhere = Another county or province
    .unsure = Not sure
assistance-hukou_township = In which township is the hukou?
    .label = Township of the hukou
    .unsure = Not sure
assistance-hukou = Is the hukou rural or urban?
    .label = Hukou is
    .rural = Rural
    .urban = Urban
    .unsure = Not sure
assistance-ill = Is the applicant severely ill? For example cancer, kidney failure, a major operation.
    .label = Applicant severely ill
    .no = No
    .yes = Yes
    .unsure = Not sure
assistance-disabled = Does the applicant have a disability certificate? If so, of which type?
    .label = Disability certificate of the applicant
    .no = No
    .vision = Vision
    .hearing = Hearing
    .speech = Speech
    .limb = Limbs
    .intellectual = Intellectual
    .mental = Mental
    .multiple = Multiple
    .unsure = Not sure
assistance-level = Which level does the certificate show?
    .label = Disability level of the applicant
    .one = Level 1
    .two = Level 2
    .three = Level 3
    .four = Level 4
    .unsure = Not sure
assistance-school = Is the applicant at school?
    .label = Applicant at school
    .no = No
    .school = Primary, middle, high or vocational school
    .higher = University or college
    .unsure = Not sure
assistance-father = How is the applicant's father?
    .label = Father
    .cares = There, and able to care
    .dead = Dead
    .not_found = Cannot be found, or declared missing
    .disabled = Severely disabled
    .ill = Severely ill
    .detained = In prison or held, six months or more
    .missing = Out of touch and not caring, six months or more
    .absent = There, but not caring for a year or more
    .unsure = Not sure
assistance-mother = How is the applicant's mother?
    .label = Mother
    .cares = There, and able to care
    .dead = Dead
    .not_found = Cannot be found, or declared missing
    .disabled = Severely disabled
    .ill = Severely ill
    .detained = In prison or held, six months or more
    .missing = Out of touch and not caring, six months or more
    .absent = There, but not caring for a year or more
    .unsure = Not sure
assistance-work = Does the applicant work now?
    .label = Work of the applicant
    .works = Yes, all the time
    .odd_jobs = Odd jobs, or work at times
    .no_work = Could work, but has no job
    .cannot = Cannot work
    .unsure = Not sure
assistance-household =
    Who else lives with the applicant? Add them one by one, then choose “Nobody else”.
    Husband or wife, children under age and children at school count; grown children with a household of their own do not.
    .label = Household
    .add = Add a person
    .done = Nobody else
    .remove = Remove number { $number }
assistance-relation = Who is this person to the applicant?
    .label = Relation
    .spouse = Husband or wife
    .child = Son or daughter
    .parent = Father or mother
    .sibling = Brother or sister
    .grandchild = Grandchild
    .grandparent = Grandparent
    .relative = Another relative
assistance-member_name = What is this person’s name?
    .label = Name
    .unsure = I do not know
assistance-member_id = What is this person’s ID number? They sign a page of the letter themselves later; the number helps to check that it is them.
    .label = ID number
    .unsure = I do not know, or there is none
assistance-member_age = How old is this person?
    .label = Age
    .unsure = Not sure
assistance-member_ill = Is this person severely ill?
    .label = Severely ill
    .no = No
    .yes = Yes
    .unsure = Not sure
assistance-member_disabled = Does this person have a disability certificate? If so, of which type?
    .label = Disability certificate
    .no = No
    .vision = Vision
    .hearing = Hearing
    .speech = Speech
    .limb = Limbs
    .intellectual = Intellectual
    .mental = Mental
    .multiple = Multiple
    .unsure = Not sure
assistance-member_level = Which level does the certificate show?
    .label = Disability level
    .one = Level 1
    .two = Level 2
    .three = Level 3
    .four = Level 4
    .unsure = Not sure
assistance-member_school = Is this person at school?
    .label = At school
    .no = No
    .school = Primary, middle, high or vocational school
    .higher = University or college
    .unsure = Not sure
assistance-member_father = How is this child's father?
    .label = Father
    .cares = There, and able to care
    .dead = Dead
    .not_found = Cannot be found, or declared missing
    .disabled = Severely disabled
    .ill = Severely ill
    .detained = In prison or held, six months or more
    .missing = Out of touch and not caring, six months or more
    .absent = There, but not caring for a year or more
    .unsure = Not sure
assistance-member_mother = How is this child's mother?
    .label = Mother
    .cares = There, and able to care
    .dead = Dead
    .not_found = Cannot be found, or declared missing
    .disabled = Severely disabled
    .ill = Severely ill
    .detained = In prison or held, six months or more
    .missing = Out of touch and not caring, six months or more
    .absent = There, but not caring for a year or more
    .unsure = Not sure
assistance-member_work = Does this person work now?
    .label = Work
    .works = Yes, all the time
    .odd_jobs = Odd jobs, or work at times
    .no_work = Could work, but has no job
    .cannot = Cannot work
    .unsure = Not sure
assistance-received = Which of these does the household receive already? You can choose several.
    .label = Received already
    .dibao = Subsistence allowance (dibao)
    .tekun = Support for the destitute (tekun)
    .edge = Registered as on the margin of dibao
    .disability_living = Living subsidy for disability
    .disability_nursing = Nursing subsidy for severe disability
    .elder = Subsidy for older persons
    .child = Orphan's or unsupported child's allowance
    .unsure = Not sure
    .nothing = None of these
assistance-events = Has something happened suddenly? You can choose several.
    .label = What happened suddenly
    .fire = Damage by fire
    .traffic = A traffic accident
    .illness = A sudden severe illness
    .disaster = A natural disaster (drought, flood, hail, earthquake)
    .other = Something else
    .unsure = Hard to say
    .nothing = No
assistance-sources = What money comes in for those who live together? You can choose several. Assistance you already get does not count.
    .label = Income
    .wages = Wages, odd jobs
    .farming = Farming, a small business
    .pension = Residents' basic pension
    .retirement = Retirement pay, employees' pension
    .family = From children or relatives
    .rent = Rent, leased land, dividends
    .more = Something else
    .unsure = Not sure
    .nothing = No income
assistance-wages_amount = Wages: how many yuan a month on average, for the whole household?
    .label = Wages (a month)
    .unsure = Not sure
assistance-farming_amount = Farming or business: how many yuan a month on average after costs, for the whole household?
    .label = Farming or business (a month)
    .unsure = Not sure
assistance-pension_amount = Residents' basic pension: how many yuan a month, for the whole household?
    .label = Residents' pension (a month)
    .unsure = Not sure
assistance-retirement_amount = Retirement pay: how many yuan a month, for the whole household?
    .label = Retirement pay (a month)
    .unsure = Not sure
assistance-family_amount = From children or relatives: how many yuan a month on average?
    .label = From relatives (a month)
    .unsure = Not sure
assistance-rent_amount = Rent, leased land, dividends: how many yuan a month on average?
    .label = Rent and the like (a month)
    .unsure = Not sure
assistance-more_amount = Other income: how many yuan a month on average?
    .label = Other income (a month)
    .unsure = Not sure
assistance-property = Besides the home you live in, is there any of these? You can choose several.
    .label = Property
    .car = A car
    .house = Another flat, house or shop
    .business = A company, a shop, large machines
    .savings = Larger savings, shares or insurance
    .unsure = Not sure
    .nothing = None of these
assistance-bills = In the last year, was there large spending that could not be avoided? You can choose several.
    .label = Unavoidable spending
    .medical = Medical bills paid by yourselves
    .school = School fees and boarding
    .rehab = Rehabilitation, aids for a disability
    .other = Something else
    .unsure = Not sure
    .nothing = No
assistance-medical_bill = Medical bills paid by yourselves after insurance: how many yuan in the last year?
    .label = Medical bills (a year)
    .unsure = Not sure
assistance-school_bill = School fees and boarding: how many yuan in the last year?
    .label = School (a year)
    .unsure = Not sure
assistance-rehab_bill = Rehabilitation and aids: how many yuan in the last year?
    .label = Rehabilitation (a year)
    .unsure = Not sure
assistance-other_bill = Other unavoidable spending: how many yuan in the last year?
    .label = Other (a year)
    .unsure = Not sure
assistance-obliged = Among those who live elsewhere, is anybody legally obliged to support the applicant, such as children, parents, husband or wife? Are they able to?
    .label = Legally obliged to support
    .none = There is nobody
    .incapable = Yes, but nobody is able to
    .able = Yes, and able to
    .unsure = Not sure
assistance-kin_of_staff = Is anybody of the household a close relative of the staff for assistance or of village officials? It does not affect the application; it is only registered.
    .label = Close relative of staff
    .no = No
    .yes = Yes
    .unsure = Not sure
assistance-phone = Please give a telephone number where we can reach you, or none if you prefer.
    .label = Telephone
    .none = No telephone number
# $lines: what was entered, one line each
assistance-summary =
    Please check:
    { $lines }

    Is everything correct? If so, we look at which assistance may fit.
    .label = Check
    .yes = All correct
assistance-apply =
    This is only a first look by what you told us. Whether it is granted, how much and when, the township and the county decide after looking into it. Whatever stands above, you can apply formally, free of charge.
    Shall it go to the township now, as a formal application?
    .label = Formal application
    .yes = Apply formally
    .later = Not now
assistance-signature = Please sign your name: just type it; on the page you can also write it in the field by hand. You can also sign later, or on paper.
    .label = Signature
    .later = Later, or on paper
# arts. 4 and 5 of the Measures for the subsistence allowance; temporary assistance knows no hukou
assistance-hukou_elsewhere =
    With the hukou in another county or province, dibao and tekun are generally applied for in the township of the hukou; with a residence permit, some places take it where you live. The staff will tell you.
    Temporary assistance can be applied for where the need arose.
assistance-filed =
    Received, number { $number }. It goes to { $to }.
    Once the township has accepted it, you are told at once what is missing; looking into the household's means begins within 3 working days of acceptance.
    If you disagree with the result you may ask for another look, apply for reconsideration, or go to court.

    Letter { $letter }: { $state ->
        [complete] everybody has signed.
       *[other] please have everybody sign their own page before { $until }:
    }
    { $lines }
    { $state ->
        [complete] {""}
       *[other] { letters-how_to_sign }
    }
    To see how far it has come, or to withdraw it, type “my letters” on this page at any time; once it is closed, go to the counter of the township with your ID card.
assistance-later = All right, nothing is handed on. When you want to apply, type “social assistance”, or go to the counter of your township.
assistance-urgent =
    Received, number { $number }. It goes to the staff of the township and the county at once. The paperwork can follow later.
    { handoff-details }
    If someone is in danger, please call 110 or 120 first.
# $answer, $help: hours; $source: the rule
assistance-clocks = By the rules of this place, you get an answer within { $answer } hours from now and help within { $help } hours. (By: { $source })
assistance-reported =
    Thank you. Received, number { $number }. It goes to the staff, who will have a look.
    { handoff-details }
assistance-at_the_office = All right. With an ID card you can apply, free of charge, at the counter of the township where you live or where the hukou is.

## The categories

category-dibao = Subsistence allowance (dibao)
category-tekun = Support for people in extreme difficulty (tekun)
category-single = Subsistence allowance for one severely disabled or ill member of a household on the margin
category-edge = Household on the margin of the subsistence allowance
category-rigid = Household in difficulty due to unavoidable expenses
category-temporary = Temporary assistance
category-monitored = Monitoring against return to poverty (decided by agriculture and rural affairs; we can pass it on)
category-orphan = Allowance for orphans
category-unsupported = Allowance for de facto unsupported children
category-disability_living = Living subsidy for people with disabilities in hardship
category-disability_nursing = Nursing subsidy for people with severe disabilities
category-elder = Subsidy for older people in hardship

## A first look: only these three

# $category: which one; $lines: why, one line each; $sources: the rules; $change: what would make it clearer
screened-likely =
    { $category }: may fit at first sight.
    { $lines }
    By: { $sources }
screened-person =
    { $category }: a person has to look.
    { $lines }
    By: { $sources }
screened-more =
    { $category }: not enough is known yet.
    { $lines }
    It would be clearer to know { $change }.
    By: { $sources }
screened-none = Nothing that clearly fits was found.
screened-none_besides = Besides what is received already, nothing was seen that clearly fits.

# $value: the figure; $unit: its unit; $since: since when; $source: from where
figure-current = { $value } { $unit } (since { $since })
figure-stale = { $value } { $unit } (an old standard of { $since }; the published one in force counts)

## Why

# $income: income of each member a month; $standard: the standard; $times: how many times; $line: the line for each member a month
why-income_below =
    { $times ->
        [1] each member has at most about { $income } yuan a month, below { $line } yuan; the standard is { $standard }
       *[other] each member has at most about { $income } yuan a month, below { $line } yuan, which is { $times } times the standard of { $standard }
    }
why-income_not_below = each member has about { $income } yuan a month, not below { $line } yuan; the standard is { $standard }
why-above_old_standard = each member has about { $income } yuan a month, not below { $line } yuan by the old standard, and the one in force may be higher; the standard is { $standard }
why-may_be_deducted = each member has about { $income } yuan a month; bills for illness or rehabilitation may be taken off before it is compared with { $line } yuan; the standard is { $standard }
why-income_unknown = the income is not clear yet; it is compared with { $line } yuan a month; the standard is { $standard }
why-income_on_both_sides = some of the income may not count; that is verified before it is compared with { $line } yuan a month; the standard is { $standard }
why-hukou_kind = the rural and the urban standard differ
why-no_standard = the local standard in force has not been entered; the staff look it up
why-property = there is a car, a house, a shop or larger savings; local rules decide
why-property_unknown = the property is not clear yet
why-no_property = there is no further car, house, shop or larger savings
why-no_disposable_income = last year's local disposable income has not been entered; the staff look it up
why-no_spending = no large unavoidable spending was told
why-spending_unknown = the unavoidable spending is not clear yet
why-spending_without_income = there is no income, and spending that cannot be avoided
why-no_share = the local share of spending in income has not been entered; the staff look it up
# $share: the local share
why-spending_heavy = unavoidable spending is more than { $share } of the income
why-spending_not_heavy = unavoidable spending is not more than { $share } of the income
why-spending_near = the share of unavoidable spending has to be verified
why-nobody_obliged = nobody is obliged to support
why-obliged_incapable = whether those obliged to support are able to has to be verified
why-obliged_able = somebody is obliged to support, and able to
why-obliged_unknown = it is not clear yet who is obliged to support
# $age: an age
why-age = somebody of { $age } is of that age
why-not_that_age = nobody is of that age
why-age_unknown = an age is not clear yet
why-disabled = the type and level of a disability fit
why-not_disabled = no type and level of a disability fits
why-disability_unknown = the disability certificate is not clear yet
why-level_unknown = the disability level is not clear yet
why-multiple_disability = it depends on the types of the multiple disability
why-kept_from_childhood = who was supported as a child may go on being supported
why-school_unknown = it is not clear yet who is at school
why-not_at_school = nobody is at school
why-parent_unknown = it is not clear yet how the parents are
why-parent_cannot = the parents are gone or cannot care
why-parent_can = one of the parents can care
why-hardship = this place also supports certain children in hardship; whether it applies has to be checked
why-no_hardship = nothing seen that makes a child in hardship
why-is_dibao = the subsistence allowance fits better
why-is_tekun = support for people in extreme difficulty fits better
why-is_edge = a household on the margin fits better
why-not_in_force = there was no such category then
why-urgent = help is needed tonight
why-event = something happened suddenly
why-spending_grew = there is large spending that cannot be avoided
why-event_unknown = it is not clear yet whether something happened suddenly
why-no_event = nothing happened suddenly
why-urban = it is not for urban households
why-refer = the office of agriculture and rural affairs looks at it
why-no_risk = no risk of falling back into poverty was seen
why-edge_perhaps = whether the place includes households on the margin, the staff know
why-illness_unknown = it is not clear yet whether somebody is severely ill
why-severely_ill = whether the illness is one that counts here has to be verified
why-not_ill = nobody is severely ill
why-certificate = somebody has a disability certificate
why-receives_dibao = the household is on dibao already
why-receives_no_dibao = nothing was said of dibao being received
why-assessment = an assessment of abilities is needed

## What would make it clearer

fact-hukou_kind = whether the hukou is rural or urban
fact-income = the household's income
fact-pension = the amount of the residents' pension
fact-property = cars, houses, shops and savings
fact-spending = the unavoidable spending
fact-obliged = who is obliged to support
fact-age = the age
fact-disability = what the disability certificate says
fact-disability_level = the disability level
fact-illness = whether somebody is severely ill
fact-school = who is at school
fact-parents = how the child's parents are
fact-events = whether something happened suddenly

## The rules

source-dibao_4 = Measures for the subsistence allowance (民发〔2021〕57号), art. 4
source-dibao_8 = Measures for the subsistence allowance (民发〔2021〕57号), art. 8
source-dibao_13 = Measures for the subsistence allowance (民发〔2021〕57号), art. 13
source-dibao_14 = Measures for the subsistence allowance (民发〔2021〕57号), art. 14
source-tekun_4_3 = Measures for people in extreme difficulty (民发〔2021〕43号), arts. 4 and 8
source-tekun_5 = Measures for people in extreme difficulty (民发〔2021〕43号), art. 5
source-tekun_25 = Measures for people in extreme difficulty (民发〔2021〕43号), art. 25
source-rigid_4 = Measures for households with unavoidable expenses (2025), art. 4
source-rigid_4_2 = Measures for households with unavoidable expenses (2025), art. 4 (2)
source-rigid_4_4 = Measures for households with unavoidable expenses (2025), arts. 4 (4) and 5
source-temporary_47 = Interim Measures for Social Assistance, art. 47
source-monitoring = 国办发〔2023〕39号
source-orphan = 国办发〔2010〕54号
source-unsupported = 民发〔2019〕62号, part 1
source-hardship = 国发〔2016〕36号
source-subsidies_2 = 国发〔2015〕52号, part 2
source-elder_33 = Law on the Rights and Interests of the Elderly, art. 33
