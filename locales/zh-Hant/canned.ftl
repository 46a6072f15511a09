# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 常用回复：工作人员点一下就填进回复框，可以再改。用对方的文字。不写数字和日子，免得过期
canned-received = 您說的我們看到了，正在核實。有結果會在這裡告訴您，請放心。
canned-need_more = 還想多瞭解一點：請說說具體是什麼時候、在哪裡、現在怎麼樣。
canned-come = 這件事要本人到窗口辦，請帶上身份證。路上不方便的話，告訴我們，可以另想辦法。
canned-papers = 還缺材料。能拍照的，直接發到這裡；沒有的，告訴我們，幫您想辦法。
canned-elsewhere = 這件事歸別的部門管。我們幫您問清楚找誰，再告訴您。
canned-right_to_apply = 網上問的只是初步看看。您隨時可以正式提出申請，受理以後會有書面答覆；不同意可以要求複查。
canned-hotline = 急的時候不要等回覆：有人受傷打 120，有危險打 110，著火打 119。
