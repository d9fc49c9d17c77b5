# Two stages: the first builds, the second holds the programs, their libraries and the page. Runs without a shell, as an
# unprivileged user, with the index as its only writable place:
#
#   docker build -t dateline .
#   docker run --rm -v dateline-index:/var/lib/dateline -v /srv/news:/news:ro dateline dateline-indexer update /news
#   docker run --read-only --tmpfs /tmp -p 127.0.0.1:8080:8080 -v dateline-index:/var/lib/dateline dateline

FROM debian:bookworm-slim AS build
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends \
        g++ cmake ninja-build pkg-config ca-certificates nodejs npm \
        libxapian-dev libcpp-httplib-dev nlohmann-json3-dev libcli11-dev libfmt-dev libspdlog-dev libtomlplusplus-dev \
        libicu-dev libxml2-dev libarchive-dev libcld2-dev libuchardet-dev libgmime-3.0-dev libssl-dev libxxhash-dev \
        zlib1g-dev libzstd-dev libbrotli-dev libpoppler-cpp-dev libcmark-dev libyaml-cpp-dev libsimdjson-dev libhunspell-dev
COPY . /source
RUN cmake -S /source -B /build -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX=/usr -DDATELINE_TESTS=OFF \
    && cmake --build /build \
    && DESTDIR=/staged cmake --install /build --strip \
    && install -d -o 10001 -g 10001 /staged/var/lib/dateline

FROM debian:bookworm-slim
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends \
        libstdc++6 libtomlplusplus3 libxapian30 libcpp-httplib0.11 libfmt9 libspdlog1.10 libicu72 libxml2 libarchive13 libcld2-0 libuchardet0 libgmime-3.0-0 \
        libssl3 libxxhash0 zlib1g libzstd1 libbrotli1 libpoppler-cpp0v5 libcmark0.30.2 libyaml-cpp0.7 libsimdjson14 libhunspell-1.7-0 \
        hunspell-en-us hunspell-en-gb hunspell-de-de-frami hunspell-es hunspell-fr-comprehensive hunspell-it hunspell-pt-pt hunspell-pt-br \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /staged /
USER 10001:10001
ENV DATELINE_INDEX=/var/lib/dateline/index DATELINE_LISTEN=0.0.0.0:8080
VOLUME /var/lib/dateline
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s CMD ["dateline-server", "--probe", "--listen", "127.0.0.1:8080"]
# The container's own network is behind the published port, which is to be bound to loopback as above.
CMD ["dateline-server", "--allow-remote", "--allowed-host", "localhost:8080", "--allowed-host", "127.0.0.1:8080"]
