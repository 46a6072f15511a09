# The legal deadlines of social assistance: flows/assistance/clocks.py
# $category: which category

clock-survey = { $category }: the survey of the household's means begins
clock-check = { $category }: the data check begins
clock-opinion = { $category }: surveyed, with a first opinion
clock-publicity = { $category }: the public notice is over
clock-county = { $category }: the county gives its opinion
clock-whole = { $category }: all of it is done
clock-extended = { $category }: all of it is done, extended in a special case
clock-refusal = { $category }: a refusal is told in writing

# $name: which step; $day: the last day; $source: the rule
clock-line = { $name }: by { $day } ({ $source })
clock-line_provisional = { $name }: by { $day }; the holidays are not published yet and the day may change ({ $source })
clock-line_at_latest = { $name }: { $day } at the latest ({ $source })
# $number: receipt number; $day: the day it was accepted; $lines: a line for each deadline
assistance-accepted =
    Application { $number } was accepted on { $day }. By the rules, the steps are to be done by:
    { $lines }
    These are time limits for the work; they do not mean that it will be approved.
