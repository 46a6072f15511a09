# Made from zh-Hans by locales/build.py; what is changed here is lost.

# 景泰县的名称：flows/places/jingtai.toml。乡镇是真的；各处的地址是示例，由民政局改

place-jingtai = 景泰縣民政局
office-marriage = 景泰縣民政局婚姻登記處（示例）
    .address = 景泰縣一條山鎮（示例地址）
office-ceremony = 景泰縣民政局婚姻登記處頒證廳（示例）
    .address = 景泰縣一條山鎮（示例地址）
office-counselling = 景泰縣民政局接待室（示例）
    .address = 景泰縣一條山鎮（示例地址）
township-yitiaoshan = 一條山鎮
township-luyang = 蘆陽鎮
township-shangshawo = 上沙沃鎮
township-xiquan = 喜泉鎮
township-caowotan = 草窩灘鎮
township-hongshui = 紅水鎮
township-zhongquan = 中泉鎮
township-zhenglu = 正路鎮
township-sitan = 寺灘鄉
township-wufo = 五佛鄉
township-manshuitan = 漫水灘鄉

# 股室（示例）
section-office = 民政局辦公室（示例）
section-relief = 民政局社會救助股（示例）
section-registry = 民政局婚姻登記處（示例）
section-volunteers = 慈善和社工股（示例）

organisation-demonstration = 幸福社區志願服務隊（示例）
organiser-demonstration = 負責人（示例）
benefits-demonstration_allowed = 秦示例
benefits-demonstration_applying = 白示例
