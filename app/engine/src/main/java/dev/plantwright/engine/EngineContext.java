package dev.plantwright.engine;

import dev.plantwright.engine.broker.LocalClients;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What a part of the engine is built from.
 *
 * @param dir folder of the part's own state, exists, used by nobody else
 * @param vertx shared event loops; handlers that may block run on virtual threads
 * @param clients sessions on the engine's own broker, in process
 * @param clock where every part takes the time from
 */
public record EngineContext(
    Path dir, Vertx vertx, LocalClients clients, Credentials credentials, InstantSource clock) {}
