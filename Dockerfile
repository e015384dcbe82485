# briefgen in a container: what the lock file lists, our fonts, no powers. docs/ci.md says how to build and to run it.
#
#     docker build --build-arg BASE_DIGEST=sha256:… --tag briefgen .

ARG BASE_IMAGE=python:3.12-slim-bookworm
ARG BASE_DIGEST

FROM ${BASE_IMAGE}@${BASE_DIGEST} AS made
WORKDIR /source
COPY requirements.lock ./
RUN python3 -m venv /opt/briefgen \
    && /opt/briefgen/bin/pip install --no-cache-dir --require-hashes --only-binary=:all: --requirement=requirements.lock
COPY LICENSE README.md pyproject.toml ./
COPY briefgen ./briefgen
COPY templates ./templates
RUN /opt/briefgen/bin/pip install --no-cache-dir --no-deps --no-build-isolation . \
    && /opt/briefgen/bin/python -m compileall -q /opt/briefgen/lib

FROM ${BASE_IMAGE}@${BASE_DIGEST}
RUN apt-get update --quiet \
    && apt-get install --yes --no-install-recommends git libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 10001 briefgen
COPY --from=made /opt/briefgen /opt/briefgen
ENV PATH=/opt/briefgen/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
USER 10001:10001
WORKDIR /desk
HEALTHCHECK --interval=5m --timeout=60s --start-period=10s CMD ["briefgen", "doctor"]
ENTRYPOINT ["briefgen"]
CMD ["--help"]
