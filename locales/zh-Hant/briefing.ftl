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

## 说明：一条一行

# $to: 哪个乡镇，或者工作人员；$why: 为什么
briefing-township = 交給{ $to }：{ $why }。
# $needs: 急需的东西
briefing-urgent = 今天晚上就要幫忙：{ $needs }。先行救助，手續後補（民發〔2018〕23號）。
# $at: 时刻；$hours: 多少小时；$source: 依据
briefing-answer_by = { $at }以前要答覆（從報告時起 { $hours } 小時，{ $source }）。
briefing-help_by = { $at }以前要救助（從報告時起 { $hours } 小時，{ $source }）。
briefing-no_hours = 本地沒有錄入答覆和救助的時限，請儘快處理。
briefing-report = 這是別人來說的，本人可能還不知道。請主動去看，告訴他有哪些政策（最低生活保障審核確認辦法第6條第2款）。
# $name: 代办人；$relation: 是申请人的什么人
briefing-mandate_asked = 代辦人 { $name }（{ $relation }），說是申請人讓他來辦的。委託手續還沒有核實（最低生活保障審核確認辦法第6條第1款）。
briefing-mandate_cannot = 代辦人 { $name }（{ $relation }），說申請人自己辦不了，平時由他照顧。委託手續或者監護關係還沒有核實（最低生活保障審核確認辦法第6條第1款）。
briefing-kin_yes = 家裡有人與經辦人員或者村（居）委會成員是近親屬：受理後要單獨登記備案，審核確認時縣級要入戶調查（最低生活保障審核確認辦法第11條、第20條第2款）。
briefing-kin_unsure = 與經辦人員、村（居）委會成員有沒有近親屬關係，還不清楚，請核實（最低生活保障審核確認辦法第11條）。
# $category: 哪一类；$facts: 还缺的
briefing-missing = { $category }還缺：{ $facts }。知道了，初步判斷可能會變。
# $at: 时刻；$answer: 选了什么
briefing-consent = 告知在對話裡給了，{ $at }選了“{ $answer }”。
# $referral: 哪个部门，为什么
briefing-referral = 可以轉介：{ $referral }
# $how: 怎样结对；$source: 依据
briefing-pairing = 家裡可能有孤兒、事實無人撫養兒童或者困境兒童，本地有“{ $how }”結對幫扶（{ $source }）。
briefing-work_costs = 有工資收入：核算時先扣除必要的就業成本（最低生活保障審核確認辦法第13條）。
# $people: 几个人
briefing-no_work = 有 { $people } 人說能幹活、沒有工作：可以由人社部門幫助就業；享受低保以後，連續3次沒有正當理由拒絕介紹的合適工作，會影響他本人的低保金（最低生活保障審核確認辦法第34條）。
briefing-cannot = 有 { $people } 人在勞動年齡，說幹不了活：有沒有勞動能力，請核實。
# $what: 哪些
briefing-received = 家裡說已經在享受：{ $what }。不再當作新的救助提示，請核對。
briefing-received_others = 家裡可能還有別的人符合，所以仍然列出：{ $what }。
briefing-received_unsure = 已經在享受哪些救助，家裡說不清楚，請核對。
