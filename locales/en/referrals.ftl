# Referrals to other offices: flows/assistance/referrals.py

# $lines: a line for each office
assistance-referrals =
    Besides, you may ask about these; the counter of the township can pass it on for you:
    { $lines }

## $why: why this office is thought of

referral-medical = Medical assistance, from the medical insurance office ({ $why })
referral-education = Student aid, from the school and the education office ({ $why })
referral-work = Help with finding work, from the human resources office ({ $why })
referral-disaster = Disaster relief, from the emergency management office ({ $why })
referral-disability = Rehabilitation and aids, from the disabled persons' federation ({ $why })
referral-farming = Monitoring against falling back into poverty, from the agriculture and rural affairs office ({ $why })
referral-housing = Housing assistance, from the housing office ({ $why })

refer-severely_ill = a severe illness in the household
refer-sudden_illness = a sudden severe illness in the household
refer-medical_bill = medical bills of your own
refer-medicine = a doctor or medicine needed urgently
refer-school_bill = school fees to pay
refer-at_school = somebody at school
refer-no_work = somebody able to work without a job
refer-disaster = a disaster
refer-disabled = a disability certificate in the household
refer-rehab_bill = rehabilitation or aids to pay for
refer-monitored = a rural hukou, and hard times lately
refer-fire = a fire at home
refer-shelter = a place to stay needed urgently

## Who decides on temporary assistance: flows/assistance/deciding.py

# $lines: a line for each level
assistance-decided =
    Who decides on temporary assistance depends on the amount. Whether there is any, and how much, is known after the survey only:
    { $lines }
# $most: the most 元; $times: how many times; $standard: the standard it is counted from; $source: by what
decided-township = Up to { $most }, the township can decide. By: { $source }
decided-county = Above that, up to { $most } yuan, the county's civil affairs office decides. This is { $times } times the urban dibao standard of a year, and the standard is { $standard }. By: { $source }
