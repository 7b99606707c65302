package dev.plantwright.shell.palette;

/**
 * A thing Quick Access can open.
 *
 * @param id stable, for the list of recent ones
 * @param kind shown at the right, such as {@code Command}
 * @param detail second fact, or empty
 * @param keys as printed on them, or empty
 * @param open what Enter does
 */
public record Entry(
    String id, String kind, String icon, String title, String detail, String keys, Runnable open) {}
