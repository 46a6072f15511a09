# 志愿服务的负责人：登记、确认时长、异议。代码：bot/volunteers/records.py、flows/volunteers/

## 记录有了变化，在志愿者和负责人自己的对话里说

# $organisation: 组织的名称；$n: 几条；$length: 共多久
records-confirmed = { $organisation }确认了您的志愿服务记录：{ $n } 条，共 { $length }。想看，打“我的时长”。
# $day、$from、$to、$next_day: 哪一条；$organisation: 组织的名称
records-disputed = { $organisation }的一条志愿服务记录有人提出了异议：{ $day } { $from } 到 { $next_day ->
        [yes] 第二天 { $to }
       *[no] { $to }
    }。想看，想回复，打“时长有异议”。
# $has_why: 写没写原因（yes、no）；$why: 原因
records-withdrawn = { $organisation }的一条志愿服务记录已经撤销，不再算时长：{ $day } { $from } 到 { $next_day ->
        [yes] 第二天 { $to }
       *[no] { $to }
    }。{ $has_why ->
        [yes] 原因：{ $why }
       *[no] {""}
    }
# $length: 更正后是多久
records-corrected = { $organisation }更正了您的一条志愿服务记录：{ $day } { $from } 到 { $next_day ->
        [yes] 第二天 { $to }
       *[no] { $to }
    }，共 { $length }。觉得不对，打“时长有异议”。
# $number: 证明的编号
records-certificate_revoked = 志愿服务记录证明 { $number } 作废了，因为里面有一条记录变了。记录确认以后，可以重新开一份。
