# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 社会救助，一证一书：flows/assistance/

assistance-notice =
    幫您先看看可能有哪些救助。民政局要用姓名、身份證號碼、住在哪裡、一起住的家人、收入、家裡的東西、生病和殘疾的情況，只用來辦救助。
    身份證號碼、生病和殘疾是敏感個人信息，加密保存。填家人的信息，請先告訴家人。不清楚的，都可以選“不清楚”。{ notice-kept }
    同意在這裡填嗎？不同意，也可以直接到鄉鎮的窗口辦。
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意，直接到鄉鎮的窗口
assistance-township = 現在住在哪個鄉鎮？
    .label = 住的鄉鎮
    .elsewhere = 不在這些地方
assistance-village = 住在哪個村（社區）？
    .label = 住的村（社區）
    .unknown = 不清楚，或者沒有列出來
assistance-tonight = 今天晚上有沒有馬上要解決的難處？比如沒有吃的、沒有地方住、病了沒有藥。
    .label = 今晚的難處
    .no = 沒有
    .yes = 有，今晚就要幫忙
assistance-needs = 最急的是什麼？可以選幾樣。
    .label = 最急的
    .food = 吃的
    .shelter = 住的地方
    .medicine = 看病、藥
    .warmth = 取暖、衣服被子
    .something_else = 別的
assistance-for_whom = 是給誰辦？
    .label = 給誰辦
    .self = 給我自己家
    .other = 幫別人辦，或者說說別人的難處
assistance-mandate = 他知道您來辦嗎？
    .label = 受誰委託
    .asked = 是他讓我來辦的
    .cannot = 他自己辦不了，平時是我照顧
    .none = 沒有說過，我只是來說一聲
assistance-words = 請說說是誰、住在哪裡、出了什麼事。幾句就行，不用寫身份證號碼。
    .label = 情況
assistance-reach = 請留一個能聯繫到的電話，不留也可以。
    .label = 電話
    .none = 不留電話
assistance-proxy_name = 您自己的姓名是？
    .label = 代辦人的姓名
assistance-proxy_is = 您是他的什麼人？
    .label = 代辦人是
    .family = 家人、親戚
    .neighbour = 鄰居、朋友
    .village_staff = 村（社區）的協管員、幹部
    .somebody = 別的人
# $kept: 照片是不是和申请一起保存
assistance-card =
    請拍一張申請人的身份證，有頭像和號碼的一面，姓名和號碼就不用打字了。{ $kept ->
        [yes] 照片加密，和申請一起保存。
       *[no] 照片讀完就刪掉，不保存。
    }
    .label = 身份證照片
    .typed = 不拍，自己填
# $lines: 身份证上的各项
assistance-card_check =
    照片上是這樣寫的，請對一對：
    { $lines }

    都對嗎？對的話，姓名和號碼就這樣填。
    .label = 核對身份證
    .yes = 都對
    .again = 不對，再拍一張
    .typed = 不對，我自己填
assistance-name = 誰來申請，他的姓名是？給自己家辦，就寫您的姓名。
    .label = 申請人的姓名
assistance-id = 申請人的身份證號碼是？
    .label = 申請人的身份證號碼
    .unsure = 不清楚，或者沒有
assistance-age = 申請人多少歲了？
    .label = 申請人的年齡
    .unsure = 不清楚
assistance-hukou_place = 申請人的戶口在哪裡？
    .label = 戶口在
    .here = 就在現在住的鄉鎮
    .county = 在本縣別的鄉鎮
    .elsewhere = 在外縣、外省
    .unsure = 不清楚
assistance-hukou_township = 戶口在哪個鄉鎮？
    .label = 戶口所在的鄉鎮
    .unsure = 不清楚
assistance-hukou = 戶口是農村的，還是城鎮的？
    .label = 戶口是
    .rural = 農村的
    .urban = 城鎮的
    .unsure = 不清楚
assistance-ill = 申請人有沒有重病？比如癌症、尿毒症、大手術。
    .label = 申請人有重病
    .no = 沒有
    .yes = 有
    .unsure = 不清楚
assistance-disabled = 申請人有沒有殘疾人證？有的話，是哪一類？
    .label = 申請人的殘疾人證
    .no = 沒有
    .vision = 視力殘疾
    .hearing = 聽力殘疾
    .speech = 言語殘疾
    .limb = 肢體殘疾
    .intellectual = 智力殘疾
    .mental = 精神殘疾
    .multiple = 多重殘疾
    .unsure = 不清楚
assistance-level = 殘疾人證上是幾級？
    .label = 申請人的殘疾等級
    .one = 一級
    .two = 二級
    .three = 三級
    .four = 四級
    .unsure = 不清楚
assistance-school = 申請人在上學嗎？
    .label = 申請人在上學
    .no = 沒有
    .school = 小學、初中、高中或者中職
    .higher = 大學、大專
    .unsure = 不清楚
assistance-father = 申請人的父親現在怎麼樣？
    .label = 父親
    .cares = 在，能照顧
    .dead = 去世了
    .not_found = 找不到人，或者法院宣告失蹤
    .disabled = 殘疾很重
    .ill = 重病
    .detained = 在服刑或者被關押，半年以上
    .missing = 半年以上沒有聯繫，也不管
    .absent = 在，可是一年以上不管
    .unsure = 不清楚
assistance-mother = 申請人的母親現在怎麼樣？
    .label = 母親
    .cares = 在，能照顧
    .dead = 去世了
    .not_found = 找不到人，或者法院宣告失蹤
    .disabled = 殘疾很重
    .ill = 重病
    .detained = 在服刑或者被關押，半年以上
    .missing = 半年以上沒有聯繫，也不管
    .absent = 在，可是一年以上不管
    .unsure = 不清楚
assistance-work = 申請人現在有工作嗎？
    .label = 申請人的工作
    .works = 有，一直在幹
    .odd_jobs = 打零工，或者有時候有活
    .no_work = 能幹活，可是沒有工作
    .cannot = 幹不了活
    .unsure = 不清楚

# 一起生活的家人：配偶，未成年的孩子，成年了还不能自己生活的孩子（包括在上大学的），还有长期住在一起、应当互相抚养的亲人。
# .remove 里 $number: 第几个人
assistance-household =
    還有誰和申請人一起生活？一個一個加，都加完了，選“沒有了”。
    配偶、沒成年的孩子、在上學的孩子都算；分開單過的兒女不算。
    .label = 一起生活的家人
    .add = 加一個人
    .done = 沒有了
    .remove = 去掉第 { $number } 個
assistance-relation = 這個人是申請人的什麼人？
    .label = 關係
    .spouse = 丈夫、妻子
    .spouse-words = 老伴|愛人|媳婦|老婆|老公|丈夫|妻子|男人|女人|對象
    .child = 兒子、女兒
    .parent = 父親、母親
    .sibling = 兄弟姐妹
    .grandchild = 孫子女、外孫子女
    .grandparent = 祖父母、外祖父母
    .relative = 別的親人
assistance-member_name = 這個人的姓名是？
    .label = 姓名
    .unsure = 不清楚
assistance-member_id = 這個人的身份證號碼是？以後要他自己簽一頁授權書，知道號碼，簽的時候好核對。
    .label = 身份證號碼
    .unsure = 不清楚，或者沒有
assistance-member_age = 這個人多少歲了？
    .label = 年齡
    .unsure = 不清楚
assistance-member_ill = 這個人有沒有重病？
    .label = 有重病
    .no = 沒有
    .yes = 有
    .unsure = 不清楚
assistance-member_disabled = 這個人有沒有殘疾人證？有的話，是哪一類？
    .label = 殘疾人證
    .no = 沒有
    .vision = 視力殘疾
    .hearing = 聽力殘疾
    .speech = 言語殘疾
    .limb = 肢體殘疾
    .intellectual = 智力殘疾
    .mental = 精神殘疾
    .multiple = 多重殘疾
    .unsure = 不清楚
assistance-member_level = 殘疾人證上是幾級？
    .label = 殘疾等級
    .one = 一級
    .two = 二級
    .three = 三級
    .four = 四級
    .unsure = 不清楚
assistance-member_school = 這個人在上學嗎？
    .label = 在上學
    .no = 沒有
    .school = 小學、初中、高中或者中職
    .higher = 大學、大專
    .unsure = 不清楚
assistance-member_father = 這個孩子的父親現在怎麼樣？
    .label = 父親
    .cares = 在，能照顧
    .dead = 去世了
    .not_found = 找不到人，或者法院宣告失蹤
    .disabled = 殘疾很重
    .ill = 重病
    .detained = 在服刑或者被關押，半年以上
    .missing = 半年以上沒有聯繫，也不管
    .absent = 在，可是一年以上不管
    .unsure = 不清楚
assistance-member_mother = 這個孩子的母親現在怎麼樣？
    .label = 母親
    .cares = 在，能照顧
    .dead = 去世了
    .not_found = 找不到人，或者法院宣告失蹤
    .disabled = 殘疾很重
    .ill = 重病
    .detained = 在服刑或者被關押，半年以上
    .missing = 半年以上沒有聯繫，也不管
    .absent = 在，可是一年以上不管
    .unsure = 不清楚
assistance-member_work = 這個人現在有工作嗎？
    .label = 工作
    .works = 有，一直在幹
    .odd_jobs = 打零工，或者有時候有活
    .no_work = 能幹活，可是沒有工作
    .cannot = 幹不了活
    .unsure = 不清楚
assistance-received = 家裡現在已經在享受下面哪些？可以選幾樣。
    .label = 已經在享受的
    .dibao = 低保
    .tekun = 特困供養（五保）
    .edge = 低保邊緣家庭
    .disability_living = 困難殘疾人生活補貼
    .disability_nursing = 重度殘疾人護理補貼
    .elder = 老年人補貼
    .child = 孤兒、事實無人撫養兒童的補貼
    .unsure = 不清楚
    .nothing = 都沒有
assistance-events = 最近家裡有沒有突然出事？可以選幾樣。
    .label = 出的事
    .fire = 房子著過火
    .traffic = 車禍
    .illness = 突然得了重病
    .disaster = 遭了災（旱、澇、冰雹、地震）
    .other = 別的事
    .unsure = 不清楚
    .nothing = 沒有
assistance-sources = 一起生活的人，平時有哪些錢進來？可以選幾樣。低保、救助的錢不算。
    .label = 收入
    .wages = 工資、打工、打零工
    .farming = 種地、養殖、做小生意
    .pension = 城鄉居民養老金
    .retirement = 退休工資、社保養老金
    .family = 兒女或者親人給的
    .rent = 租金、土地流轉、分紅
    .more = 別的
    .unsure = 不清楚
    .nothing = 沒有收入
assistance-wages_amount = 工資、打工，全家平均每個月一共多少元？
    .label = 工資、打工（每月）
    .unsure = 不清楚
assistance-farming_amount = 種地、養殖、做小生意，去掉本錢，全家平均每個月一共多少元？
    .label = 種地、養殖、小生意（每月）
    .unsure = 不清楚
assistance-pension_amount = 城鄉居民養老金，全家每個月一共多少元？
    .label = 城鄉居民養老金（每月）
    .unsure = 不清楚
assistance-retirement_amount = 退休工資，全家每個月一共多少元？
    .label = 退休工資（每月）
    .unsure = 不清楚
assistance-family_amount = 兒女或者親人給的，平均每個月一共多少元？
    .label = 兒女或者親人給的（每月）
    .unsure = 不清楚
assistance-rent_amount = 租金、土地流轉、分紅，平均每個月一共多少元？
    .label = 租金、流轉、分紅（每月）
    .unsure = 不清楚
assistance-more_amount = 別的收入，平均每個月一共多少元？
    .label = 別的收入（每月）
    .unsure = 不清楚
assistance-property = 除了自己住的房子，家裡還有沒有這些？可以選幾樣。
    .label = 家裡的東西
    .car = 汽車
    .house = 另外的房子、鋪面
    .business = 公司、店、大型農機
    .savings = 存款、股票、保險，比較多
    .unsure = 不清楚
    .nothing = 都沒有
assistance-bills = 最近一年，家裡有沒有不得不花的大錢？可以選幾樣。
    .label = 不得不花的錢
    .medical = 看病，醫保報銷以後自己出的
    .school = 上學的學費、住宿費
    .rehab = 殘疾康復、輔助器具
    .other = 別的
    .unsure = 不清楚
    .nothing = 沒有
assistance-medical_bill = 看病，報銷以後自己出的，最近一年一共多少元？
    .label = 看病自己出的（一年）
    .unsure = 不清楚
assistance-school_bill = 學費、住宿費，最近一年一共多少元？
    .label = 上學（一年）
    .unsure = 不清楚
assistance-rehab_bill = 殘疾康復、輔助器具，最近一年一共多少元？
    .label = 殘疾康復（一年）
    .unsure = 不清楚
assistance-other_bill = 別的不得不花的錢，最近一年一共多少元？
    .label = 別的（一年）
    .unsure = 不清楚
assistance-obliged = 不住在一起的人裡，有沒有按法律應當養他的人？比如兒女、父母、丈夫或妻子。他們有沒有能力？
    .label = 應當贍養、撫養的人
    .none = 沒有這樣的人
    .incapable = 有，可是都沒有能力
    .able = 有，有能力
    .unsure = 不清楚
assistance-kin_of_staff = 家裡有沒有人是辦救助的人員或者村（居）幹部的近親？有也不影響申請，只是要單獨登記。
    .label = 與經辦人員、村居幹部是近親
    .no = 沒有
    .yes = 有
    .unsure = 不清楚
assistance-phone = 請留一個能聯繫到的電話，不留也可以。
    .label = 電話
    .none = 不留電話
# $lines: 填过的各项，每项一行
assistance-summary =
    請核對：
    { $lines }

    都對嗎？都對，就看看可能有哪些救助。
    .label = 核對
    .yes = 都對
assistance-apply =
    上面只是按您說的初步看，能不能批、批多少、什麼時候發，要由鄉鎮和縣裡調查以後決定。不管怎麼說，您都可以正式申請，不收費。
    現在交給鄉鎮，正式申請嗎？
    .label = 正式申請
    .yes = 正式申請
    .later = 先不申請
assistance-signature = 請簽上您的姓名：打出您的姓名就行；在網頁上，還可以用手指寫在框裡。也可以以後再簽，或者簽在紙上。
    .label = 簽名
    .later = 以後再簽，或者簽在紙上
# 最低生活保障审核确认办法第4、5条；临时救助不受户籍限制
assistance-hukou_elsewhere =
    戶口在外縣、外省的，低保、特困一般向戶口所在的鄉鎮申請；持有居住證的，有的地方可以在住的地方申請，工作人員會告訴您。
    臨時救助，可以在遇到困難的地方申請。
# $to: 哪个乡镇，或者工作人员
assistance-filed =
    收到了，編號 { $number }，交給{ $to }了。
    鄉鎮受理以後，會一次告訴您還缺什麼；家庭經濟狀況的調查，受理後 3 個工作日內開始。
    對結果有不同意見，可以要求複查，也可以申請復議、到法院起訴。

    授權書 { $letter }，{ $state ->
        [complete] 都簽好了。
       *[other] 請全家在 { $until } 以前簽齊，每人簽自己的一頁：
    }
    { $lines }
    { $state ->
        [complete] {""}
       *[other] { letters-how_to_sign }
    }
    想看簽到哪一步、想撤回，在這個頁面隨時打“我的授權書”；頁面關掉了，請帶身份證到鄉鎮的窗口辦。
assistance-later = 好的，先不申請。填的都不會交出去。什麼時候想申請，打“社會救助”，或者到鄉鎮的窗口。
assistance-urgent =
    收到了，編號 { $number }，馬上交給鄉鎮和縣裡的工作人員。手續可以以後補。
    { handoff-details }
    有人有危險，請先打 110 或 120。
# $answer、$help: 多少小时；$source: 依据
assistance-clocks = 按本地的規定，從現在起 { $answer } 小時內答覆，{ $help } 小時內救助。（依據：{ $source }）
assistance-reported =
    謝謝您。收到了，編號 { $number }，交給工作人員了，他們會去看看。
    { handoff-details }
assistance-at_the_office = 好的。帶上身份證，到住的或者戶口所在的鄉鎮窗口就能申請，不收費。

## 各类救助

category-dibao = 最低生活保障（低保）
category-tekun = 特困人員救助供養
category-single = 低保邊緣家庭裡的重殘、重病人員單獨申請低保（單人保）
category-edge = 最低生活保障邊緣家庭
category-rigid = 剛性支出困難家庭
category-temporary = 臨時救助
category-monitored = 防止返貧監測（由農業農村部門認定，可以幫您轉過去）
category-orphan = 孤兒基本生活保障
category-unsupported = 事實無人撫養兒童基本生活補貼
category-disability_living = 困難殘疾人生活補貼
category-disability_nursing = 重度殘疾人護理補貼
category-elder = 經濟困難老年人補貼

## 初步判断：只有这三种说法

# $category: 哪一类；$lines: 为什么，每样一行；$sources: 依据；$change: 再知道什么就更清楚
screened-likely =
    { $category }：初步看可能符合。
    { $lines }
    依據：{ $sources }
screened-person =
    { $category }：需要人工核實。
    { $lines }
    依據：{ $sources }
screened-more =
    { $category }：目前信息不足。
    { $lines }
    再知道{ $change }，就更清楚。
    依據：{ $sources }
screened-none = 沒有看到明顯對得上的救助。
screened-none_besides = 除了已經在享受的，沒有看到別的明顯對得上的救助。

# $value: 数值；$unit: 单位；$since: 从哪天起；$source: 依据
figure-current = { $value } { $unit }（{ $since }起）
figure-stale = { $value } { $unit }（{ $since }的舊標準，以現行公佈標準為準）

## 为什么

# $income: 每人每月收入（元）；$standard: 标准；$times: 几倍；$line: 每人每月的线（元）
why-income_below =
    { $times ->
        [1] 每人每月收入最多約 { $income } 元，低於每月 { $line } 元的線，標準是 { $standard }
       *[other] 每人每月收入最多約 { $income } 元，低於每月 { $line } 元的線，就是標準的 { $times } 倍，標準是 { $standard }
    }
why-income_not_below = 每人每月收入約 { $income } 元，不低於每月 { $line } 元的線，標準是 { $standard }
why-above_old_standard = 每人每月收入約 { $income } 元，不低於舊標準算的每月 { $line } 元，現行標準可能更高，標準是 { $standard }
why-may_be_deducted = 每人每月收入約 { $income } 元，看病、康復等花銷可能可以扣減，再和每月 { $line } 元比，標準是 { $standard }
why-income_unknown = 收入還不清楚，要和每月 { $line } 元比，標準是 { $standard }
why-income_on_both_sides = 收入裡有的可能不計入，要核實以後再和每月 { $line } 元比，標準是 { $standard }
why-hukou_kind = 農村和城鎮的標準不一樣
why-no_standard = 本地現行標準還沒有錄入，由工作人員查
why-property = 家裡有車、房、店或者較多存款，要看本地的規定
why-property_unknown = 家裡的東西還不清楚
why-no_property = 家裡沒有多餘的車、房、店和較多存款
why-no_disposable_income = 本地上年度人均可支配收入還沒有錄入，由工作人員查
why-no_spending = 沒有說到不得不花的大錢
why-spending_unknown = 不得不花的錢還不清楚
why-spending_without_income = 沒有收入，又有不得不花的錢
why-no_share = 支出佔收入多少算困難，本地的比例還沒有錄入，由工作人員查
# $share: 本地的比例
why-spending_heavy = 不得不花的錢佔收入的比例，超過了 { $share }
why-spending_not_heavy = 不得不花的錢佔收入的比例，沒有超過 { $share }
why-spending_near = 不得不花的錢佔收入的比例，要核實
why-nobody_obliged = 沒有應當贍養、撫養的人
why-obliged_incapable = 應當贍養、撫養的人有沒有能力，要核實
why-obliged_able = 有應當贍養、撫養，而且有能力的人
why-obliged_unknown = 應當贍養、撫養的人的情況還不清楚
# $age: 年龄
why-age = 家裡有 { $age } 歲的人，年齡符合
why-not_that_age = 年齡不在這個範圍
why-age_unknown = 有人的年齡還不清楚
why-disabled = 有人的殘疾類別和等級符合
why-not_disabled = 沒有符合的殘疾類別和等級
why-disability_unknown = 殘疾人證的情況還不清楚
why-level_unknown = 殘疾等級還不清楚
why-multiple_disability = 多重殘疾，要看是哪幾類
why-kept_from_childhood = 以前是特困供養的孩子，可能可以接著享受
why-school_unknown = 上學的情況還不清楚
why-not_at_school = 沒有在上學
why-parent_unknown = 父母的情況還不清楚
why-parent_cannot = 父母不在，或者照顧不了
why-parent_can = 父母有人能照顧
why-hardship = 本地對重點困境兒童也有保障，是不是，要核實
why-no_hardship = 沒有看到困境兒童的情形
why-is_dibao = 更像低保
why-is_tekun = 更像特困
why-is_edge = 更像低保邊緣家庭
why-not_in_force = 那時還沒有這一類
why-urgent = 今天晚上就有難處
why-event = 家裡突然出了事
why-spending_grew = 有不得不花的大錢
why-event_unknown = 有沒有突然出事，還不清楚
why-no_event = 沒有突然出的事
why-urban = 城鎮戶口不歸這一項
why-refer = 要由農業農村部門看
why-no_risk = 沒有看到返貧的風險
why-edge_perhaps = 本地是不是擴大到低保邊緣家庭，要問工作人員
why-illness_unknown = 有沒有重病，還不清楚
why-severely_ill = 重病是不是本地認定的病種，要核實
why-not_ill = 沒有重病
why-certificate = 有人有殘疾人證
why-receives_dibao = 家裡已經在享受低保
why-receives_no_dibao = 沒有說到在享受低保
why-assessment = 要做老年人能力評估

## 再知道什么就更清楚

fact-hukou_kind = 戶口是農村的還是城鎮的
fact-income = 家裡的收入
fact-pension = 城鄉居民養老金是多少
fact-property = 家裡的車、房、店和存款
fact-spending = 不得不花的錢是多少
fact-obliged = 應當贍養、撫養的人的情況
fact-age = 年齡
fact-disability = 殘疾人證的情況
fact-disability_level = 殘疾等級
fact-illness = 有沒有重病
fact-school = 是不是在上學
fact-parents = 孩子父母的情況
fact-events = 有沒有突然出事

## 依据

source-dibao_4 = 最低生活保障審核確認辦法第4條
source-dibao_8 = 最低生活保障審核確認辦法第8條
source-dibao_13 = 最低生活保障審核確認辦法第13條
source-dibao_14 = 最低生活保障審核確認辦法第14條
source-tekun_4_3 = 特困人員認定辦法第4條、第8條
source-tekun_5 = 特困人員認定辦法第5條
source-tekun_25 = 特困人員認定辦法第25條
source-rigid_4 = 剛性支出困難家庭認定辦法第4條
source-rigid_4_2 = 剛性支出困難家庭認定辦法第4條第2項
source-rigid_4_4 = 剛性支出困難家庭認定辦法第4條第4項、第5條
source-temporary_47 = 社會救助暫行辦法第47條
source-monitoring = 國辦發〔2023〕39號
source-orphan = 國辦發〔2010〕54號
source-unsupported = 民發〔2019〕62號第一條
source-hardship = 國發〔2016〕36號
source-subsidies_2 = 國發〔2015〕52號第二條
source-elder_33 = 老年人權益保障法第33條
