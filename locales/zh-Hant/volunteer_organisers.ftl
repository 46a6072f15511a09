# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 志愿服务的负责人：登记、确认时长、异议。代码：bot/volunteers/records.py、flows/volunteers/

## 记录有了变化，在志愿者和负责人自己的对话里说

# $organisation: 组织的名称；$n: 几条；$length: 共多久
records-confirmed = { $organisation }確認了您的志願服務記錄：{ $n } 條，共 { $length }。想看，打“我的時長”。
# $day、$from、$to、$next_day: 哪一条；$organisation: 组织的名称
records-disputed = { $organisation }的一條志願服務記錄有人提出了異議：{ $day } { $from } 到 { $next_day ->
        [yes] 第二天 { $to }
       *[no] { $to }
    }。想看，想回復，打“時長有異議”。
# $has_why: 写没写原因（yes、no）；$why: 原因
records-withdrawn = { $organisation }的一條志願服務記錄已經撤銷，不再算時長：{ $day } { $from } 到 { $next_day ->
        [yes] 第二天 { $to }
       *[no] { $to }
    }。{ $has_why ->
        [yes] 原因：{ $why }
       *[no] {""}
    }
# $length: 更正后是多久
records-corrected = { $organisation }更正了您的一條志願服務記錄：{ $day } { $from } 到 { $next_day ->
        [yes] 第二天 { $to }
       *[no] { $to }
    }，共 { $length }。覺得不對，打“時長有異議”。
# $number: 证明的编号
records-certificate_revoked = 志願服務記錄證明 { $number } 作廢了，因為裡面有一條記錄變了。記錄確認以後，可以重新開一份。
