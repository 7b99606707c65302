package dev.plantwright.plant;

/**
 * A stream or table: streams/NAME.sql.
 *
 * @param name of the file without its ending
 * @param sql the whole file, variables not resolved
 */
public record StreamFile(String name, String sql, Place place) {}
