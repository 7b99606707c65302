package dev.plantwright.field.modbus;

/**
 * Byte orders of a node, for tags whose address has no order of its own. 16-bit values are not
 * touched by it.
 */
public record NodeOrder(ByteOrder order32, ByteOrder order64) {
  public static final NodeOrder STANDARD = new NodeOrder(ByteOrder.LL, ByteOrder.LL);

  /**
   * From the settings of a Neuron node; numbers it does not know mean the first order.
   *
   * @param endianess 1 ABCD, 2 BADC, 3 DCBA, 4 CDAB
   * @param endianess64 1 to 6, in the order of Neuron's list
   */
  public static NodeOrder ofSettings(int endianess, int endianess64) {
    return new NodeOrder(
        switch (endianess) {
          case 2 -> ByteOrder.LB;
          case 3 -> ByteOrder.BB;
          case 4 -> ByteOrder.BL;
          default -> ByteOrder.LL;
        },
        switch (endianess64) {
          case 2 -> ByteOrder.LB;
          case 3 -> ByteOrder.BB;
          case 4 -> ByteOrder.BL;
          case 5 -> ByteOrder.WS;
          case 6 -> ByteOrder.WR;
          default -> ByteOrder.LL;
        });
  }
}
