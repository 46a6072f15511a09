# 服务台的承诺时限：flows/desk/clocks.py、bot/desk_clocks.py

promise-first = 首次答复
promise-next = 再次答复
promise-solution = 办结

## 给工作人员看的；$name: 哪一项

# $at: 最迟什么时候；$may_move: 那时的放假安排是不是还没有公布
promise-staff_due =
    { $may_move ->
        [yes] { $name }：最迟 { $at }，那时的放假安排还没有公布，可能会变
       *[no] { $name }：最迟 { $at }
    }
promise-staff_paused = { $name }：暂停，等居民补正
# $at: 应当在什么时候以前
promise-staff_overdue = { $name }：已超时，应当在 { $at } 以前
promise-staff_open = { $name }：算不出最迟的时间，六十天内没有工作时间
# $at: 什么时候做完的；$late: 是不是超时了
promise-staff_met =
    { $late ->
        [yes] { $name }：{ $at } 完成，已超时
       *[no] { $name }：{ $at } 完成
    }
promise-staff_void = { $name }：不用办了

## 给居民看的，同一个时限；$name: 哪一项

# $at: 最迟什么时候；$may_move: 那时的放假安排是不是还没有公布
promise-resident_due =
    { $may_move ->
        [yes] { $name }：我们的承诺时限是最迟 { $at }。那时的放假安排还没有公布，时间可能会变。
       *[no] { $name }：我们的承诺时限是最迟 { $at }。
    }
promise-resident_paused = { $name }：正在等您补充，承诺时限先停着，补充好了接着算。
# $at: 应当在什么时候以前
promise-resident_overdue = { $name }：我们的承诺时限是 { $at }，已经过了，还没有办好。
promise-resident_open = { $name }：现在还说不准最迟是什么时候。
# $at: 什么时候做完的；$late: 是不是超时了
promise-resident_met =
    { $late ->
        [yes] { $name }：{ $at } 办好了，超过了我们的承诺时限。
       *[no] { $name }：{ $at } 办好了。
    }
promise-resident_void = { $name }：不用办了。
