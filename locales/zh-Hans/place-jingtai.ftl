# 景泰县的名称：flows/places/jingtai.toml。乡镇是真的；各处的地址是示例，由民政局改

place-jingtai = 景泰县民政局
office-marriage = 景泰县民政局婚姻登记处（示例）
    .address = 景泰县一条山镇（示例地址）
office-ceremony = 景泰县民政局婚姻登记处颁证厅（示例）
    .address = 景泰县一条山镇（示例地址）
office-counselling = 景泰县民政局接待室（示例）
    .address = 景泰县一条山镇（示例地址）
township-yitiaoshan = 一条山镇
township-luyang = 芦阳镇
township-shangshawo = 上沙沃镇
township-xiquan = 喜泉镇
township-caowotan = 草窝滩镇
township-hongshui = 红水镇
township-zhongquan = 中泉镇
township-zhenglu = 正路镇
township-sitan = 寺滩乡
township-wufo = 五佛乡
township-manshuitan = 漫水滩乡

# 股室（示例）
section-office = 民政局办公室（示例）
section-relief = 民政局社会救助股（示例）
section-registry = 民政局婚姻登记处（示例）
section-volunteers = 慈善和社工股（示例）

organisation-demonstration = 幸福社区志愿服务队（示例）
organiser-demonstration = 负责人（示例）
benefits-demonstration_allowed = 秦示例
benefits-demonstration_applying = 白示例
