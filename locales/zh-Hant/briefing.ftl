# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 给工作人员的说明：flows/assistance/briefing.py、flows/assistance/routing.py

## 交给哪个乡镇，为什么

assistance-to_staff = 工作人員
routed-in_need = 困難發生在那裡（社會救助暫行辦法第48條，國發〔2014〕47號）
routed-hukou_and_home = 戶口和住處都在那裡（最低生活保障審核確認辦法第4條）
routed-hukou = 戶口在那裡，住在別處，調查要住處的鄉鎮配合（最低生活保障審核確認辦法第4條、第15條）
routed-hukou_elsewhere = 戶口在外縣、外省，住在那裡：低保、特困是在住處辦還是轉到戶口所在地，請核實（最低生活保障審核確認辦法第5條，社會救助暫行辦法第60條）
routed-hukou_unknown = 戶口在哪個鄉鎮還不清楚，先由住處的鄉鎮受理、轉辦（社會救助暫行辦法第60條）
routed-nowhere = 住處和戶口都不在本縣的鄉鎮，或者不清楚，請工作人員核實
