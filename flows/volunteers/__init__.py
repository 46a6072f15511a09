"""Volunteer service (志愿服务): signing up, activities, hours, certificates, calls for help, the time bank."""
