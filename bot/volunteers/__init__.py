"""What becomes of volunteer service (志愿服务) in a turn, and what follows by itself."""
