# Publishing an activity: flows/volunteers/publish_flow.py

publish-organiser = For which organisation?
    .label = Organisation
publish-title = What is the activity called?
    .label = Name
publish-kind = What kind of service is it?
    .label = Kind
    .elder = Elders
    .child = Children
    .disability = People with disabilities
    .relief = People in need
    .marriage = Guiding at the registry
    .community = Community
    .environment = Environment
    .health = Health
    .emergency = Emergencies
    .culture = Culture and sports
    .traffic = Traffic
    .other = Something else
publish-what = What do volunteers do there? One or two sentences are enough.
    .label = What they do
publish-township = In which township?
    .label = Township
    .county = The whole county
publish-place = Where exactly do people meet?
    .label = Place
publish-day = On which day?
    .label = Day
publish-from = When does it begin? For example “9:00” or “2pm”.
    .label = Start
publish-to = When does it end?
    .label = End
publish-seats = How many people are needed?
    .label = People
publish-skills = What should they be able to do? Choose one or more; one of them is enough to join.
    .label = Skills
    .care = Care
    .medical = Medicine
    .counselling = Psychology
    .law = Law
    .teaching = Teaching
    .driving = Driving
    .repair = Repairs
    .cooking = Cooking
    .language = Dialects or languages
    .computers = Computers and phones
    .none = Nothing in particular
publish-youngest = How old must they be, at least?
    .label = Youngest age
    .any = Any age
publish-risk = Could volunteers get hurt, for example on ladders, in water or at night?
    .label = Risk
    .none = No particular risk
    .some = They might
publish-danger = What are the risks? Please be clear: volunteers are told before they join.
    .label = The risks
publish-insured = Have you taken out accident insurance for the volunteers?
    .label = Insurance
    .yes = Yes
    .no = Not yet
publish-ask = Whom can volunteers ask? A name and a phone number; whoever looks at the activity can see it.
    .label = Contact
publish-summary =
    Please have a look. Is it all right?
    { $lines }
    .label = Check
    .yes = All right, publish
# $number: the number of the activity; $title: its name; $code: four digits
publish-published =
    “{ $title }” is published, number { $number }.
    The code of the day is { $code }. Please put it up at the site; volunteers type it when they come and when they go.
    To see who has joined, or to change something, say “my activities”.
publish-insure_first = An activity with risks needs accident insurance for its volunteers first. Thank you for looking after them; please come back when it is done.
