"""Social assistance (社会救助) with one ID card and one letter (一证一书): what a household tells, and what it may get.

household.py   what is known of a household, where an unknown is an answer of its own
figures.py     the standards a rule compares with, on the policy day
means.py       income, property, unavoidable spending, and the obliged
persons.py     what is true of one member: labour capacity, disability, parents
categories.py  every category, each judged on its own
screening.py   all categories at once, in the three words that may be said
receiving.py   what is received already, and what is not beside it
telling.py     from the answers to the household, and from what was found to words
routing.py     which township it goes to (一门受理)
referrals.py   which other offices may help (协同办理)
deciding.py    who decides on temporary assistance up to which amount
briefing.py    what the staff are told besides the findings
clocks.py      the legal deadlines of an application
flow.py        the questions
letter.py      the letter of authorisation (授权委托书), in words
"""
