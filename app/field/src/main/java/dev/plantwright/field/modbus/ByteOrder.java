package dev.plantwright.field.modbus;

import java.util.Arrays;
import java.util.Optional;

/** The order suffix of an address, as written; what it means depends on the width of the type. */
public enum ByteOrder {
  /** No suffix: the node's setting decides. */
  NODE(""),
  L("#L"),
  B("#B"),
  LL("#LL"),
  LB("#LB"),
  BB("#BB"),
  BL("#BL"),
  WS("#WS"),
  WR("#WR");

  private static final int[] AB = {0, 1};
  private static final int[] BA = {1, 0};
  private static final int[] ABCD = {0, 1, 2, 3};
  private static final int[] BADC = {1, 0, 3, 2};
  private static final int[] DCBA = {3, 2, 1, 0};
  private static final int[] CDAB = {2, 3, 0, 1};
  private static final int[] ABCDEFGH = {0, 1, 2, 3, 4, 5, 6, 7};
  private static final int[] BADCFEHG = {1, 0, 3, 2, 5, 4, 7, 6};
  private static final int[] HGFEDCBA = {7, 6, 5, 4, 3, 2, 1, 0};
  private static final int[] GHEFCDAB = {6, 7, 4, 5, 2, 3, 0, 1};
  private static final int[] CDABGHEF = {2, 3, 0, 1, 6, 7, 4, 5};
  private static final int[] EFGHABCD = {4, 5, 6, 7, 0, 1, 2, 3};

  private final String suffix;

  ByteOrder(String suffix) {
    this.suffix = suffix;
  }

  /** With {@code #}; empty for {@link #NODE}. */
  public String suffix() {
    return suffix;
  }

  /** Exactly such a suffix, in upper case. */
  public static Optional<ByteOrder> ofSuffix(String text) {
    return Arrays.stream(values()).filter(order -> order.suffix.equals(text)).findFirst();
  }

  /** Whether the suffix says something for a type of so many bytes; else the node decides. */
  public boolean fits(int bytes) {
    return switch (bytes) {
      case 2 -> this == L || this == B;
      case 4 -> this == LL || this == LB || this == BB || this == BL;
      case 8 -> this != NODE;
      default -> false;
    };
  }

  /** Letters of the order for so many bytes, such as {@code BADC}. */
  public String letters(int bytes, NodeOrder node) {
    StringBuilder letters = new StringBuilder();
    for (int at : permutation(bytes, node)) {
      letters.append((char) ('A' + at));
    }
    return letters.toString();
  }

  /** Element {@code i}: which byte on the wire is byte {@code i} of the value, highest first. */
  int[] permutation(int bytes, NodeOrder node) {
    return switch (bytes) {
      case 2 -> this == B || this == BB ? BA : AB;
      case 4 -> of32(this).orElseGet(() -> of32(node.order32()).orElse(ABCD));
      case 8 -> of64(this).orElseGet(() -> of64(node.order64()).orElse(ABCDEFGH));
      default -> throw new IllegalArgumentException("No byte order for " + bytes + " bytes");
    };
  }

  private static Optional<int[]> of32(ByteOrder order) {
    return switch (order) {
      case LL -> Optional.of(ABCD);
      case LB -> Optional.of(BADC);
      case BB -> Optional.of(DCBA);
      case BL -> Optional.of(CDAB);
      case NODE, L, B, WS, WR -> Optional.empty();
    };
  }

  private static Optional<int[]> of64(ByteOrder order) {
    return switch (order) {
      case L, LL -> Optional.of(ABCDEFGH);
      case LB -> Optional.of(BADCFEHG);
      case B, BB -> Optional.of(HGFEDCBA);
      case BL -> Optional.of(GHEFCDAB);
      case WS -> Optional.of(CDABGHEF);
      case WR -> Optional.of(EFGHABCD);
      case NODE -> Optional.empty();
    };
  }
}
