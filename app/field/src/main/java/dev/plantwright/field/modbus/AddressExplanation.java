package dev.plantwright.field.modbus;

import java.util.List;

/**
 * An address in words.
 *
 * @param parts the text of the address cut into its parts, in order
 * @param sentence such as {@code Unit 1, holding register 1, 32-bit float, byte order BADC.}
 * @param function code of the function that reads it
 * @param start address on the wire, from 0
 * @param count registers or bits that are read
 * @param alsoWritten other spellings of the same address
 */
public record AddressExplanation(
    List<Part> parts,
    String sentence,
    int function,
    int start,
    int count,
    List<String> alsoWritten) {
  /**
   * @param text as it stands in the address
   * @param words what it means; empty for a separator
   */
  public record Part(String text, String words) {}
}
