# The whole desk in one image: `serve` (default) and `worker`.
# An operator pins the base by digest before the first deployment: FROM python:3.11-slim@sha256:…

FROM python:3.11-slim AS packages
COPY requirements.lock /tmp/requirements.lock
RUN python -m venv /opt/yizheng \
    && /opt/yizheng/bin/pip install --no-cache-dir --require-hashes --only-binary :all: -r /tmp/requirements.lock

FROM python:3.11-slim
ENV PATH=/opt/yizheng/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    YIZHENG_HOST=0.0.0.0 \
    YIZHENG_PORT=8080 \
    YIZHENG_DATA_DIR=/data
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin yizheng \
    && install --directory --owner=yizheng --group=yizheng --mode=0700 /data
WORKDIR /app
COPY --from=packages /opt/yizheng /opt/yizheng
COPY flows flows
COPY integrations integrations
COPY locales locales
COPY bot bot
RUN python -m compileall -q flows integrations bot

USER 10001
VOLUME /data
EXPOSE 8080
# No proxy of the environment stands between a container and itself.
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 CMD ["python", "-c", "\
import os, urllib.request as r; \
r.build_opener(r.ProxyHandler({})).open(f\"http://127.0.0.1:{os.environ['YIZHENG_PORT']}/healthz\", timeout=4)"]
CMD ["python", "-m", "bot", "serve"]
