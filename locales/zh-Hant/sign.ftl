# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 签授权书：flows/assistance/sign_flow.py

sign-code = 您的簽字碼是什麼？一共八個字母或數字，例如 7K3M-Q2XD。
    .label = 簽字碼
    .lost = 沒有簽字碼
    .lost-words = 簽字碼丟了|不知道|沒收到|找不到
# $applicant: 申请人的姓，后面是 *
sign-asked = 我來簽：{ $applicant } 申請社會救助的授權書
sign-letter = 這是一份授權書：家裡申請社會救助，民政局要核對全家的收入和財產，每個成年人自己簽一頁。現在看看要簽的內容嗎？
    .label = 要簽的授權書
    .other_code = 改簽字碼
    .none = 先不簽
sign-really = 不簽，申請人會知道您沒有簽，家裡的申請可能辦不下去。真的不簽嗎？
    .label = 真的不簽
    .no = 先不簽，再想想
    .yes = 不簽
sign-notice =
    簽授權書，要核對您的姓名和身份證號碼，還要您的簽名，只用來辦這次社會救助。
    身份證號碼是敏感個人信息，加密保存。申請人看不到您在這裡填的號碼。{ notice-kept }
    同意在這裡填嗎？
    .label = 同意填寫
    .agree = 同意
    .decline = 不同意，到鄉鎮的窗口簽
sign-name = 您的姓名是？
    .label = 您的姓名
sign-id = 您的身份證號碼是？
    .label = 您的身份證號碼
sign-pages = 接著想怎麼辦？
    .label = 授權書
    .other_name = 改姓名
    .other_number = 改號碼
    .refuse = 不簽
sign-has_read = 看過了，我簽
sign-signature = 請簽上您的姓名：打出您的姓名就行；在網頁上，還可以用手指寫在框裡。
    .label = 簽名
    .later = 先不簽
# $letter: 授权书的编号；$some: 有没有替人签（yes、no）；$guarded: 替谁签
sign-signed =
    簽好了，授權書編號 { $letter }。{ $some ->
        [yes] 您是監護人，{ $guarded } 的也簽好了。
       *[other] {""}
    }
    想看誰查看過，或者想撤回，在這個頁面隨時打“我的授權書”；頁面關掉了，可以帶身份證到鄉鎮的窗口撤回。
sign-refused = 好的，沒有簽。改了主意，請申請人再給您一個簽字碼。
sign-later = 好的，先不簽。想簽的時候，再打“簽授權書”，輸入簽字碼。
sign-ask_again = 簽字碼在申請人那裡，請他再發一次。收到了，再打“簽授權書”。
sign-at_the_office = 好的，這裡什麼也沒有記下。可以帶身份證，到鄉鎮的窗口在紙上簽。

sign-over = 這個簽字碼現在用不了：可能輸錯了，可能已經過了時間，也可能已經簽過，或者在別的手機上打開過。請核對一下，或者請申請人再發一次。
sign-too_often = 試得太多了，請過一個小時再試。著急的話，可以轉人工。
sign-no_match = 姓名和身份證號碼，和這一頁要簽的人對不上。請再核對一下；都對的話，請申請人看看他填的，或者到窗口在紙上簽。
