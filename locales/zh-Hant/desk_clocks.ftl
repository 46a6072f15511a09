# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 服务台的承诺时限：flows/desk/clocks.py、bot/desk_clocks.py

promise-first = 首次答覆
promise-next = 再次答覆
promise-solution = 辦結

## 给工作人员看的；$name: 哪一项

# $at: 最迟什么时候；$may_move: 那时的放假安排是不是还没有公布
promise-staff_due =
    { $may_move ->
        [yes] { $name }：最遲 { $at }，那時的放假安排還沒有公佈，可能會變
       *[no] { $name }：最遲 { $at }
    }
promise-staff_paused = { $name }：暫停，等居民補正
# $at: 应当在什么时候以前
promise-staff_overdue = { $name }：已超時，應當在 { $at } 以前
promise-staff_open = { $name }：算不出最遲的時間，六十天內沒有工作時間
# $at: 什么时候做完的；$late: 是不是超时了
promise-staff_met =
    { $late ->
        [yes] { $name }：{ $at } 完成，已超時
       *[no] { $name }：{ $at } 完成
    }
promise-staff_void = { $name }：不用辦了

## 给居民看的，同一个时限；$name: 哪一项

# $at: 最迟什么时候；$may_move: 那时的放假安排是不是还没有公布
promise-resident_due =
    { $may_move ->
        [yes] { $name }：我們的承諾時限是最遲 { $at }。那時的放假安排還沒有公佈，時間可能會變。
       *[no] { $name }：我們的承諾時限是最遲 { $at }。
    }
promise-resident_paused = { $name }：正在等您補充，承諾時限先停著，補充好了接著算。
# $at: 应当在什么时候以前
promise-resident_overdue = { $name }：我們的承諾時限是 { $at }，已經過了，還沒有辦好。
promise-resident_open = { $name }：現在還說不準最遲是什麼時候。
# $at: 什么时候做完的；$late: 是不是超时了
promise-resident_met =
    { $late ->
        [yes] { $name }：{ $at } 辦好了，超過了我們的承諾時限。
       *[no] { $name }：{ $at } 辦好了。
    }
promise-resident_void = { $name }：不用辦了。
