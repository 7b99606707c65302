package dev.plantwright.engine;

import java.util.Map;
import java.util.function.Function;

/**
 * A read-only page of the inspect door that a part of the engine contributes.
 *
 * @param path below {@code /plantwright/v1}, with {@code :name} parameters, such as {@code
 *     /gateway/nodes/:node/tags}
 * @param answer path and query parameters to a value that Jackson can write; called on a virtual
 *     thread; {@link java.util.NoSuchElementException} becomes 404 with its message
 */
public record InspectRoute(String path, Function<Map<String, String>, Object> answer) {}
