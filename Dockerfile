FROM rust:1.95-slim-bookworm AS build
WORKDIR /build
# otlp: with spans for an OpenTelemetry collector.
ARG FEATURES=""

# The dependencies alone, against empty sources: this layer lasts until Cargo.toml or Cargo.lock changes.
COPY Cargo.toml Cargo.lock ./
RUN mkdir src bench benches \
    && touch src/lib.rs bench/bare.rs benches/plan.rs \
    && echo 'fn main() {}' > src/main.rs \
    && cargo build --release --locked --features "$FEATURES"

# Our own code. Only what is newer than the last build is built again, so the sources get the time of day.
# Linked without shared libraries, so that the image needs nothing but the program.
COPY src src
RUN touch src/lib.rs src/main.rs \
    && cargo rustc --release --locked --features "$FEATURES" --bin followup -- -C target-feature=+crt-static

FROM scratch
COPY --from=build /build/target/release/followup /followup
USER 65532:65532
ENV FOLLOWUP_LISTEN=0.0.0.0:8080
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s CMD ["/followup", "health"]
ENTRYPOINT ["/followup"]
