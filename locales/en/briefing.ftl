# What staff are told: flows/assistance/briefing.py, flows/assistance/routing.py

## Which township it goes to, and why

assistance-to_staff = the staff
routed-in_need = the need arose there (社会救助暂行办法, article 48; 国发〔2014〕47号)
routed-hukou_and_home = both the hukou and the home are there (最低生活保障审核确认办法, article 4)
routed-hukou = the hukou is there, the home elsewhere: the township of the home helps with the survey (最低生活保障审核确认办法, articles 4 and 15)
routed-hukou_elsewhere = the home is there, the hukou in another county or province: please check whether dibao and tekun are handled where they live or passed on to where the hukou is (最低生活保障审核确认办法, article 5; 社会救助暂行办法, article 60)
routed-hukou_unknown = the township of the hukou is not known; the township of the home receives it and passes it on (社会救助暂行办法, article 60)
routed-nowhere = neither the home nor the hukou is known to be in a township of this county; please check
