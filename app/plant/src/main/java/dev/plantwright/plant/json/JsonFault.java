package dev.plantwright.plant.json;

/**
 * Why a text is not JSON.
 *
 * @param offset where, from 0 in UTF-16 units
 * @param message one sentence that says what to do
 * @param fatal whether the text could not be read because of it; otherwise it is only doubtful
 */
public record JsonFault(int offset, String message, boolean fatal) {}
