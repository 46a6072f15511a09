# 给工作人员的说明：flows/assistance/briefing.py、flows/assistance/routing.py

## 交给哪个乡镇，为什么

assistance-to_staff = 工作人员
routed-in_need = 困难发生在那里（社会救助暂行办法第48条，国发〔2014〕47号）
routed-hukou_and_home = 户口和住处都在那里（最低生活保障审核确认办法第4条）
routed-hukou = 户口在那里，住在别处，调查要住处的乡镇配合（最低生活保障审核确认办法第4条、第15条）
routed-hukou_elsewhere = 户口在外县、外省，住在那里：低保、特困是在住处办还是转到户口所在地，请核实（最低生活保障审核确认办法第5条，社会救助暂行办法第60条）
routed-hukou_unknown = 户口在哪个乡镇还不清楚，先由住处的乡镇受理、转办（社会救助暂行办法第60条）
routed-nowhere = 住处和户口都不在本县的乡镇，或者不清楚，请工作人员核实

## 说明：一条一行

# $to: 哪个乡镇，或者工作人员；$why: 为什么
briefing-township = 交给{ $to }：{ $why }。
# $needs: 急需的东西
briefing-urgent = 今天晚上就要帮忙：{ $needs }。先行救助，手续后补（民发〔2018〕23号）。
# $at: 时刻；$hours: 多少小时；$source: 依据
briefing-answer_by = { $at }以前要答复（从报告时起 { $hours } 小时，{ $source }）。
briefing-help_by = { $at }以前要救助（从报告时起 { $hours } 小时，{ $source }）。
briefing-no_hours = 本地没有录入答复和救助的时限，请尽快处理。
briefing-report = 这是别人来说的，本人可能还不知道。请主动去看，告诉他有哪些政策（最低生活保障审核确认办法第6条第2款）。
# $name: 代办人；$relation: 是申请人的什么人
briefing-mandate_asked = 代办人 { $name }（{ $relation }），说是申请人让他来办的。委托手续还没有核实（最低生活保障审核确认办法第6条第1款）。
briefing-mandate_cannot = 代办人 { $name }（{ $relation }），说申请人自己办不了，平时由他照顾。委托手续或者监护关系还没有核实（最低生活保障审核确认办法第6条第1款）。
briefing-kin_yes = 家里有人与经办人员或者村（居）委会成员是近亲属：受理后要单独登记备案，审核确认时县级要入户调查（最低生活保障审核确认办法第11条、第20条第2款）。
briefing-kin_unsure = 与经办人员、村（居）委会成员有没有近亲属关系，还不清楚，请核实（最低生活保障审核确认办法第11条）。
# $category: 哪一类；$facts: 还缺的
briefing-missing = { $category }还缺：{ $facts }。知道了，初步判断可能会变。
# $at: 时刻；$answer: 选了什么
briefing-consent = 告知在对话里给了，{ $at }选了“{ $answer }”。
# $referral: 哪个部门，为什么
briefing-referral = 可以转介：{ $referral }
# $how: 怎样结对；$source: 依据
briefing-pairing = 家里可能有孤儿、事实无人抚养儿童或者困境儿童，本地有“{ $how }”结对帮扶（{ $source }）。
briefing-work_costs = 有工资收入：核算时先扣除必要的就业成本（最低生活保障审核确认办法第13条）。
# $people: 几个人
briefing-no_work = 有 { $people } 人说能干活、没有工作：可以由人社部门帮助就业；享受低保以后，连续3次没有正当理由拒绝介绍的合适工作，会影响他本人的低保金（最低生活保障审核确认办法第34条）。
briefing-cannot = 有 { $people } 人在劳动年龄，说干不了活：有没有劳动能力，请核实。
# $what: 哪些
briefing-received = 家里说已经在享受：{ $what }。不再当作新的救助提示，请核对。
briefing-received_others = 家里可能还有别的人符合，所以仍然列出：{ $what }。
briefing-received_unsure = 已经在享受哪些救助，家里说不清楚，请核对。
