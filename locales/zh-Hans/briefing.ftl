# 给工作人员的说明：flows/assistance/briefing.py、flows/assistance/routing.py

## 交给哪个乡镇，为什么

assistance-to_staff = 工作人员
routed-in_need = 困难发生在那里（社会救助暂行办法第48条，国发〔2014〕47号）
routed-hukou_and_home = 户口和住处都在那里（最低生活保障审核确认办法第4条）
routed-hukou = 户口在那里，住在别处，调查要住处的乡镇配合（最低生活保障审核确认办法第4条、第15条）
routed-hukou_elsewhere = 户口在外县、外省，住在那里：低保、特困是在住处办还是转到户口所在地，请核实（最低生活保障审核确认办法第5条，社会救助暂行办法第60条）
routed-hukou_unknown = 户口在哪个乡镇还不清楚，先由住处的乡镇受理、转办（社会救助暂行办法第60条）
routed-nowhere = 住处和户口都不在本县的乡镇，或者不清楚，请工作人员核实
