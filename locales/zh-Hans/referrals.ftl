# 转介到别的部门（协同办理）：flows/assistance/referrals.py

# $lines: 每个部门一行
assistance-referrals =
    另外，下面这些也可以问，乡镇的窗口可以帮您转过去：
    { $lines }

## $why: 为什么想到这个部门

referral-medical = 医保部门的医疗救助（{ $why }）
referral-education = 学校和教育部门的学生资助（{ $why }）
referral-work = 人社部门的就业帮助（{ $why }）
referral-disaster = 应急管理部门的受灾救助（{ $why }）
referral-disability = 残联的康复、辅助器具（{ $why }）
referral-farming = 农业农村部门的防止返贫监测（{ $why }）
referral-housing = 住建部门的住房救助（{ $why }）

refer-severely_ill = 家里有人得了重病
refer-sudden_illness = 家里有人突然得了重病
refer-medical_bill = 看病自己出了钱
refer-medicine = 急着看病、用药
refer-school_bill = 上学要交钱
refer-at_school = 家里有人在上学
refer-no_work = 家里有人能干活、没有工作
refer-disaster = 遭了灾
refer-disabled = 家里有人有残疾人证
refer-rehab_bill = 康复、辅助器具要花钱
refer-monitored = 户口在农村，近来有难处
refer-fire = 房子着过火
refer-shelter = 急着找地方住

## 临时救助由谁批：flows/assistance/deciding.py

# $lines: 每级一行
assistance-decided =
    临时救助由谁批，看金额。批不批、批多少，要调查以后才知道：
    { $lines }
# $most: 最多多少元；$times: 几倍；$standard: 年低保标准按哪个标准算；$source: 依据
decided-township = 不超过 { $most }，乡镇（街道）就能批。依据：{ $source }
decided-county = 再多，不超过 { $most } 元，由县级民政部门批。这是年城市低保标准的 { $times } 倍，标准是 { $standard }。依据：{ $source }
