# The names of Jingtai County: flows/places/jingtai.toml. The townships are real; the addresses are examples,
# to be set by the bureau

place-jingtai = Jingtai County Civil Affairs Bureau
office-marriage = Marriage Registry of the Jingtai County Civil Affairs Bureau (example)
    .address = Yitiaoshan Town, Jingtai County (example address)
office-ceremony = Ceremony hall of the Marriage Registry, Jingtai County Civil Affairs Bureau (example)
    .address = Yitiaoshan Town, Jingtai County (example address)
office-counselling = Reception room of the Jingtai County Civil Affairs Bureau (example)
    .address = Yitiaoshan Town, Jingtai County (example address)
township-yitiaoshan = Yitiaoshan Town
township-luyang = Luyang Town
township-shangshawo = Shangshawo Town
township-xiquan = Xiquan Town
township-caowotan = Caowotan Town
township-hongshui = Hongshui Town
township-zhongquan = Zhongquan Town
township-zhenglu = Zhenglu Town
township-sitan = Sitan Township
township-wufo = Wufo Township
township-manshuitan = Manshuitan Township

# Sections of the bureau (example)
section-office = the bureau's general office (example)
section-relief = the bureau's social assistance section (example)
section-registry = the bureau's marriage registry (example)
section-volunteers = the charity and social work section (example)

organisation-demonstration = Xingfu community volunteers (example)
organiser-demonstration = Person in charge (example)
benefits-demonstration_allowed = 秦示例
benefits-demonstration_applying = 白示例
