# 颁证仪式：flows/ceremony/flow.py

ceremony-notice =
    颁证仪式：结婚登记以后，颁证员在颁证厅当面给两位颁发结婚证。不收费，自愿参加，不参加也不影响登记。
    约仪式，民政局要用两位的姓名、其中一位的身份证号码和一个电话，只用来安排时间，一对只约一次。
    身份证号码是敏感个人信息，加密保存。填对方的信息，请先告诉对方。{ notice-kept }
    同意在这里填吗？不同意，可以打电话约。
    .label = 同意填写
    .agree = 同意
    .decline = 不同意，打电话约
ceremony-stage = 两位的结婚登记，办了吗？
    .label = 结婚登记
    .registered = 已经办了
    .registered-words = 办了|办好了|办完了|登记了|已经登记|领了证|领证了|结婚证领了
    .booked = 还没办，已经约好了
    .booked-words = 约好了|约了|已经约了|预约了|快办了
    .not_yet = 还没办，也没约
    .not_yet-words = 没办|没约|还没有|还没登记
ceremony-first_name = 您的姓名是？
    .label = 您的姓名
ceremony-second_name = 对方的姓名是？
    .label = 对方的姓名
ceremony-either_id = 两位里，随便哪一位的身份证号码？填一位的就行。
    .label = 身份证号码
    .none = 两位都没有 18 位的号码
    .none-words = 都没有|没有号码|两个人都没有
ceremony-day = 想哪一天来？要在结婚登记以后，登记当天也行。
    .label = 哪一天
ceremony-slot = 想几点来？登记当天的话，请留出办登记的时间。
    .label = 几点
ceremony-guests = 父母、亲友可以来看。来的人多吗？
    .label = 亲友
    .none = 没有亲友来
    .few = 5 位以内
    .few-words = 父母|带父母|父母来|爸妈|一两位|两三位|几位|几个人|三四位|四五位|不多
    .many = 5 位以上
    .many-words = 很多人|好多人|七八位|十几位|很多
    .unsure = 还说不准
ceremony-phone = 请留一个能联系到您的电话。
    .label = 电话
# $lines: 填过的各项，每项一行
ceremony-summary =
    请核对：
    { $lines }

    都对吗？都对，就给您约上。
    .label = 核对
    .yes = 都对
ceremony-reach = 这要工作人员来约。怎么打电话联系您？
    .label = 联系电话
    .none = 不留电话

ceremony-booked =
    约好了。
    { booked-details }
    两位要一起来，不收费。亲友能进几位，以现场为准。
ceremony-register_first =
    颁证仪式在结婚登记以后。请先约结婚登记，约好了再来约仪式。
    要约，就打“结婚登记”。
# $office、$address、$phone: 颁证厅
ceremony-by_telephone =
    好的。请打电话约：{ $phone }
    地点：{ $office }
    地址：{ $address }
ceremony-to_a_person =
    好的，转给工作人员了，会看看该怎么约。
    { handoff-details }

bring-certificates_first = 两本结婚证：先到登记处办好登记，领了证再过来
bring-id_given = 填了号码的那个证件，要原件
