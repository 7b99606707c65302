package dev.plantwright.field.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plantwright.field.DataType;
import dev.plantwright.field.Value;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModbusCodecTest {
  record Case(DataType type, Value value) {}

  @Property
  void decodingWhatWasEncodedGivesTheSame(
      @ForAll("cases") Case one,
      @ForAll ByteOrder order,
      @ForAll @IntRange(min = 1, max = 4) int endianess,
      @ForAll @IntRange(min = 1, max = 6) int endianess64) {
    ModbusAddress address = register(0, StringOrder.H, order);
    NodeOrder node = NodeOrder.ofSettings(endianess, endianess64);
    byte[] bytes = ModbusCodec.encode(address, one.type(), node, one.value());
    assertThat(bytes).hasSize(one.type().registers() * 2);
    assertThat(ModbusCodec.decode(address, one.type(), node, bytes, address.offset()))
        .isEqualTo(one.value());
  }

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.longs()
        .flatMap(
            bits ->
                Arbitraries.of(
                    List.of(
                        new Case(DataType.INT8, new Value.Whole((byte) (long) bits)),
                        new Case(DataType.UINT8, new Value.Whole(bits & 0xFF)),
                        new Case(DataType.INT16, new Value.Whole((short) (long) bits)),
                        new Case(DataType.UINT16, new Value.Whole(bits & 0xFFFF)),
                        new Case(DataType.INT32, new Value.Whole((int) (long) bits)),
                        new Case(DataType.UINT32, new Value.Whole(bits & 0xFFFFFFFFL)),
                        new Case(DataType.INT64, new Value.Whole(bits)),
                        new Case(DataType.UINT64, new Value.Unsigned(bits)),
                        new Case(DataType.FLOAT, new Value.Real((float) (bits / 3.0))),
                        new Case(DataType.DOUBLE, new Value.Real(bits / 3.0)),
                        new Case(DataType.WORD, new Value.Whole(bits & 0xFFFF)),
                        new Case(DataType.DWORD, new Value.Whole(bits & 0xFFFFFFFFL)),
                        new Case(DataType.LWORD, new Value.Unsigned(bits)))));
  }

  @Property
  void stringsComeBackWhateverTheOrder(
      @ForAll @AlphaChars @StringLength(max = 40) String text, @ForAll StringOrder strings) {
    ModbusAddress address = register(40, strings, ByteOrder.NODE);
    byte[] bytes =
        ModbusCodec.encode(address, DataType.STRING, NodeOrder.STANDARD, new Value.Text(text));
    assertThat(bytes).hasSize(address.count(DataType.STRING) * 2);
    assertThat(decode(address, DataType.STRING, bytes)).isEqualTo(new Value.Text(text));
  }

  @ParameterizedTest
  @CsvSource({
    "LL, 11223344",
    "LB, 22114433",
    "BB, 44332211",
    "BL, 33441122",
    "NODE, 33441122",
    "B, 33441122"
  })
  void orderOf32Bits(ByteOrder order, String value) {
    ModbusAddress address = register(0, StringOrder.H, order);
    assertThat(
            ModbusCodec.decode(
                address,
                DataType.UINT32,
                NodeOrder.ofSettings(4, 1),
                HexFormat.of().parseHex("11223344"),
                0))
        .isEqualTo(new Value.Whole(HexFormat.fromHexDigitsToLong(value)));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1122334455667788",
    "2, 2211443366558877",
    "3, 8877665544332211",
    "4, 7788556633441122",
    "5, 3344112277885566",
    "6, 5566778811223344"
  })
  void orderOf64BitsInANode(int endianess64, String value) {
    assertThat(
            ModbusCodec.decode(
                register(0, StringOrder.H, ByteOrder.NODE),
                DataType.UINT64,
                NodeOrder.ofSettings(1, endianess64),
                HexFormat.of().parseHex("1122334455667788"),
                0))
        .isEqualTo(new Value.Unsigned(HexFormat.fromHexDigitsToLong(value)));
  }

  @Test
  void bitsOfACoilBlockAndOfARegister() {
    ModbusAddress coil =
        new ModbusAddress(1, ModbusArea.COIL, 109, -1, 0, StringOrder.H, ByteOrder.NODE);
    assertThat(
            ModbusCodec.decode(coil, DataType.BIT, NodeOrder.STANDARD, new byte[] {0, 0b10}, 100))
        .isEqualTo(new Value.Whole(1));
    ModbusAddress bit =
        new ModbusAddress(1, ModbusArea.HOLDING_REGISTER, 0, 9, 0, StringOrder.H, ByteOrder.NODE);
    assertThat(decode(bit, DataType.BIT, new byte[] {0b10, 0})).isEqualTo(new Value.Whole(1));
  }

  @Test
  void stringsEndAtTheFirstNulAndMustBeText() {
    ModbusAddress address = register(4, StringOrder.H, ByteOrder.NODE);
    assertThat(decode(address, DataType.STRING, new byte[] {'H', 'i', 0, 'x'}))
        .isEqualTo(new Value.Text("Hi"));
    assertThat(decode(address, DataType.STRING, new byte[] {(byte) 0xff, 1, 1, 1}))
        .isEqualTo(new Value.Text("?"));
  }

  @Test
  void anOddLengthIsWrittenAsWholeRegisters() {
    ModbusAddress address = register(5, StringOrder.H, ByteOrder.NODE);
    assertThat(
            ModbusCodec.encode(
                address, DataType.STRING, NodeOrder.STANDARD, new Value.Text("abcdefgh")))
        .containsExactly('a', 'b', 'c', 'd', 'e', 0);
  }

  @Test
  void aBlockTooShortIsRefused() {
    assertThatThrownBy(
            () ->
                decode(
                    register(0, StringOrder.H, ByteOrder.NODE), DataType.FLOAT, new byte[] {1, 2}))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static Value decode(ModbusAddress address, DataType type, byte[] bytes) {
    return ModbusCodec.decode(address, type, NodeOrder.STANDARD, bytes, address.offset());
  }

  private static ModbusAddress register(int length, StringOrder strings, ByteOrder order) {
    return new ModbusAddress(
        1, ModbusArea.HOLDING_REGISTER, 0, ModbusAddress.NO_BIT, length, strings, order);
  }
}
