# Answers often given: a clerk taps one, it fills the answer's box, and can be changed. In the resident's language; no figures and no days, which go out of date
canned-received = We have seen what you wrote and are looking into it. The result will appear here.
canned-need_more = We would like to know a little more: when was it, where, and how are things now?
canned-come = For this you need to come in person, with your identity card. If the way is hard for you, tell us and we look for another one.
canned-papers = Something is still missing. What you can photograph, send it here; what you do not have, tell us, and we help.
canned-elsewhere = This belongs to another office. We will find out whom to ask and tell you.
canned-right_to_apply = What is asked online is only a first look. You may always apply formally and get a written answer; if you do not agree you may ask for a review.
canned-hotline = When it is urgent do not wait for an answer: call 120 if somebody is hurt, 110 in danger, 119 for fire.
