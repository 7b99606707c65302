package dev.plantwright.plant.tags;

/**
 * Why a line is not a line of comma-separated values.
 *
 * @param line from 1
 * @param column from 1
 */
public record CsvFault(int line, int column, String message) {}
