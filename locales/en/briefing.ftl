# What staff are told: flows/assistance/briefing.py, flows/assistance/routing.py

## Which township it goes to, and why

assistance-to_staff = the staff
routed-in_need = the need arose there (社会救助暂行办法, article 48; 国发〔2014〕47号)
routed-hukou_and_home = both the hukou and the home are there (最低生活保障审核确认办法, article 4)
routed-hukou = the hukou is there, the home elsewhere: the township of the home helps with the survey (最低生活保障审核确认办法, articles 4 and 15)
routed-hukou_elsewhere = the home is there, the hukou in another county or province: please check whether dibao and tekun are handled where they live or passed on to where the hukou is (最低生活保障审核确认办法, article 5; 社会救助暂行办法, article 60)
routed-hukou_unknown = the township of the hukou is not known; the township of the home receives it and passes it on (社会救助暂行办法, article 60)
routed-nowhere = neither the home nor the hukou is known to be in a township of this county; please check

## The briefing: a line each

# $to: which township, or the staff; $why: why
briefing-township = It goes to { $to }: { $why }.
# $needs: what is needed
briefing-urgent = Needed tonight: { $needs }. Help first, papers later (民发〔2018〕23号).
# $at: instant; $hours: how many hours; $source: by what
briefing-answer_by = To be answered by { $at } ({ $hours } hours from the report, { $source }).
briefing-help_by = To be helped by { $at } ({ $hours } hours from the report, { $source }).
briefing-no_hours = This place has entered no hours for answer and help; please act soon.
briefing-report = Somebody else told of this; the person may not know. Please go and see, and tell them what there is (最低生活保障审核确认办法, article 6).
# $name: who acts for the applicant; $relation: what they are to the applicant
briefing-mandate_asked = { $name } ({ $relation }) acts for the applicant, and says they were asked to. The mandate has not been checked (最低生活保障审核确认办法, article 6).
briefing-mandate_cannot = { $name } ({ $relation }) acts for the applicant, and says that the applicant cannot and that they look after them. Mandate or guardianship has not been checked (最低生活保障审核确认办法, article 6).
briefing-kin_yes = A member is close kin of staff or of the village (residents') committee: to be registered separately when accepted, and the county visits the home before it decides (最低生活保障审核确认办法, articles 11 and 20).
briefing-kin_unsure = Whether a member is close kin of staff or of the village (residents') committee is not known; please check (最低生活保障审核确认办法, article 11).
# $category: which category; $facts: what is missing
briefing-missing = { $category } still lacks: { $facts }. With it the finding may change.
# $at: instant; $answer: what was chosen
briefing-consent = The notice was given in the conversation; “{ $answer }” was chosen at { $at }.
# $referral: which office, and why
briefing-referral = May be referred: { $referral }
# $how: how they are paired; $source: by what
briefing-pairing = There may be an orphan, an unsupported child or a child in hardship; this place has “{ $how }” pairing for them ({ $source }).
briefing-work_costs = There are wages: necessary costs of working are taken off first (最低生活保障审核确认办法, article 13).
# $people: how many people
briefing-no_work = Able to work and without a job, as told: { $people }. The human resources office can help; who is on dibao and refuses fitting work three times without good reason puts their own share at risk (最低生活保障审核确认办法, article 34).
briefing-cannot = Of working age and not able to work, as told: { $people }. Please check their labour capacity.
# $what: which
briefing-received = Received already, as told: { $what }. Not suggested as new; please check.
briefing-received_others = Another member may be entitled too, so these are still listed: { $what }.
briefing-received_unsure = The household is not sure what it receives already; please check.
