package dev.plantwright.api;

import java.util.List;
import java.util.Map;

/**
 * An arrangement of parts for a task. The user's changes to it are kept; Reset brings this back.
 *
 * @param order position among the perspectives, ascending
 * @param parts part ids by place, the first of each stack selected
 */
public record Perspective(
    String id, String title, String icon, int order, Map<PartPlace, List<String>> parts) {}
