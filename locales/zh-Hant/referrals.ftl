# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 转介到别的部门（协同办理）：flows/assistance/referrals.py

# $lines: 每个部门一行
assistance-referrals =
    另外，下面這些也可以問，鄉鎮的窗口可以幫您轉過去：
    { $lines }

## $why: 为什么想到这个部门

referral-medical = 醫保部門的醫療救助（{ $why }）
referral-education = 學校和教育部門的學生資助（{ $why }）
referral-work = 人社部門的就業幫助（{ $why }）
referral-disaster = 應急管理部門的受災救助（{ $why }）
referral-disability = 殘聯的康復、輔助器具（{ $why }）
referral-farming = 農業農村部門的防止返貧監測（{ $why }）
referral-housing = 住建部門的住房救助（{ $why }）

refer-severely_ill = 家裡有人得了重病
refer-sudden_illness = 家裡有人突然得了重病
refer-medical_bill = 看病自己出了錢
refer-medicine = 急著看病、用藥
refer-school_bill = 上學要交錢
refer-at_school = 家裡有人在上學
refer-no_work = 家裡有人能幹活、沒有工作
refer-disaster = 遭了災
refer-disabled = 家裡有人有殘疾人證
refer-rehab_bill = 康復、輔助器具要花錢
refer-monitored = 戶口在農村，近來有難處
refer-fire = 房子著過火
refer-shelter = 急著找地方住

## 临时救助由谁批：flows/assistance/deciding.py

# $lines: 每级一行
assistance-decided =
    臨時救助由誰批，看金額。批不批、批多少，要調查以後才知道：
    { $lines }
# $most: 最多多少元；$times: 几倍；$standard: 年低保标准按哪个标准算；$source: 依据
decided-township = 不超過 { $most }，鄉鎮（街道）就能批。依據：{ $source }
decided-county = 再多，不超過 { $most } 元，由縣級民政部門批。這是年城市低保標準的 { $times } 倍，標準是 { $standard }。依據：{ $source }
