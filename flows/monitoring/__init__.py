"""Dynamic monitoring of low-income people (低收入人口动态监测): a change that somebody saw is told, and looked at."""
