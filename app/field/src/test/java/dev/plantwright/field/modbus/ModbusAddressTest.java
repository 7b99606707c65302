package dev.plantwright.field.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.field.DataType;
import dev.plantwright.field.modbus.ParsedAddress.Bad;
import dev.plantwright.field.modbus.ParsedAddress.Good;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModbusAddressTest {
  /** An address together with a type it can have. */
  record Typed(ModbusAddress address, DataType type) {}

  @Property
  void parsingWhatWasPrintedGivesTheSame(
      @ForAll("typed") Typed typed, @ForAll @IntRange(min = 0, max = 1) int base) {
    String text = typed.address().print(base);
    assertThat(ModbusAddress.parse(text, typed.type(), base)).isEqualTo(new Good(typed.address()));
    assertThat(ModbusAddress.parseLeniently(text, typed.type(), base))
        .isEqualTo(new Good(typed.address()));
  }

  @Property
  void everySpellingMeansTheSame(@ForAll("typed") Typed typed) {
    for (String form : typed.address().explain(typed.type(), 1).alsoWritten()) {
      assertThat(ModbusAddress.parse(form, typed.type(), 1)).isEqualTo(new Good(typed.address()));
    }
  }

  @Property
  void thePartsOfAnExplanationAreTheAddress(@ForAll("typed") Typed typed) {
    StringBuilder text = new StringBuilder();
    typed.address().explain(typed.type(), 1).parts().forEach(part -> text.append(part.text()));
    assertThat(text.toString()).isEqualTo(typed.address().print(1));
  }

  @Property
  void rubbishIsRefusedWithAColumnInside(@ForAll String text, @ForAll DataType type) {
    if (ModbusAddress.parse(text, type, 1) instanceof Bad bad) {
      assertThat(bad.column()).isBetween(1, text.length() + 1);
      assertThat(bad.message()).endsWith(".").doesNotContain("%");
    }
  }

  @Provide
  Arbitrary<Typed> typed() {
    Arbitrary<DataType> types =
        Arbitraries.of(
            DataType.INT16,
            DataType.UINT32,
            DataType.FLOAT,
            DataType.DOUBLE,
            DataType.BIT,
            DataType.STRING,
            DataType.BYTES);
    return types.flatMap(
        type ->
            Combinators.combine(
                    Arbitraries.integers().between(0, 255),
                    areas(type),
                    Arbitraries.integers().between(0, 65000),
                    Arbitraries.integers().between(0, 15),
                    Arbitraries.integers().between(1, 63),
                    Arbitraries.of(StringOrder.class),
                    orders(type))
                .as(
                    (unit, area, offset, bit, length, strings, order) ->
                        new Typed(
                            new ModbusAddress(
                                unit,
                                area,
                                offset,
                                type == DataType.BIT && area.registers()
                                    ? bit
                                    : ModbusAddress.NO_BIT,
                                type == DataType.BYTES
                                    ? length * 2
                                    : type == DataType.STRING ? length : 0,
                                type == DataType.STRING ? strings : StringOrder.H,
                                order),
                            type)));
  }

  private static Arbitrary<ModbusArea> areas(DataType type) {
    return Arbitraries.of(ModbusArea.class)
        .filter(area -> type == DataType.BIT || area.registers());
  }

  private static Arbitrary<ByteOrder> orders(DataType type) {
    return Arbitraries.of(ByteOrder.class)
        .filter(order -> order == ByteOrder.NODE || order.fits(type.bytes()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1!41", "1!40001", "1!400001", "1!4000001"})
  void digitsBetweenAreaAndNumberMayBeMany(String text) {
    assertThat(good(text, DataType.INT16).offset()).isZero();
    assertThat(good(text, DataType.INT16).print(1)).isEqualTo("1!400001");
  }

  @Test
  void baseZeroTakesNumbersAsTheyAreOnTheWire() {
    assertThat(ModbusAddress.parse("1!40000", DataType.INT16, 0))
        .isInstanceOfSatisfying(Good.class, good -> assertThat(good.address().offset()).isZero());
    assertThat(good("1!465536", DataType.INT16).offset()).isEqualTo(65535);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zz|INT16|2205|1|Here belongs the unit",
        "400001|INT16|2205|7|After the unit comes \"!\"",
        "1!|INT16|2205|3|comes the area",
        "1!200001|INT16|2205|3|There is no area \"2\"",
        "1!4|INT16|2205|4|Here belongs the number",
        "1!400000|INT16|2205|4|Numbers start at 1",
        "1!465537|INT16|2205|4|The last one is|",
        "1!000001|INT16|2204|1|A coil holds a BIT, not INT16",
        "1!000001|BOOL|2204|1|use BIT",
        "256!400001|INT16|2205|1|There is no unit 256",
        "1!400001.16|BIT|2205|9|There is no bit 16",
        "1!400001|BIT|2205|9|Which bit",
        "1!400001|STRING|2205|9|How long",
        "1!400001.128|STRING|2205|9|128 characters are not possible",
        "1!400001.3|BYTES|2205|9|odd",
        "1!400001#ZZ|FLOAT|2205|9|#LL, #LB, #BB and #BL",
        "1!400001#B|FLOAT|2205|9|There is no byte order",
        "1!400001abc|INT16|2205|9|remove it",
        "1!465536|FLOAT|2205|1|2 registers do not fit",
      })
  void aMistakeIsSaidWithItsPlace(String text, DataType type, int code, int column, String words) {
    assertThat(ModbusAddress.parse(text, type, 1))
        .isInstanceOfSatisfying(
            Bad.class,
            bad -> {
              assertThat(bad.code()).isEqualTo(code);
              assertThat(bad.column()).isEqualTo(column);
              assertThat(bad.message()).containsIgnoringCase(words);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "1!400001abc, INT16, 0",
    "1!400001 , INT16, 0",
    "1!400001.4, FLOAT, 0",
    "1!400001#ZZ, FLOAT, 0",
    "1!400000, INT16, 0",
    "1!400001.10X, STRING, 0",
    "256!400001, INT16, 0",
    "1!400001, BIT, 0",
    "1!465536, FLOAT, 65535"
  })
  void neuronIgnoresWhatItDoesNotNeed(String text, DataType type, int offset) {
    assertThat(ModbusAddress.parseLeniently(text, type, 1))
        .isInstanceOfSatisfying(
            Good.class, good -> assertThat(good.address().offset()).isEqualTo(offset));
  }

  @Test
  void anAddressIsExplainedInWords() {
    AddressExplanation explained = good("1!400001#LB", DataType.FLOAT).explain(DataType.FLOAT, 1);
    assertThat(explained.sentence())
        .isEqualTo("Unit 1, holding register 1, 32-bit float, byte order BADC.");
    assertThat(explained.parts())
        .containsExactly(
            new AddressExplanation.Part("1", "unit 1"),
            new AddressExplanation.Part("!", ""),
            new AddressExplanation.Part("4", "holding"),
            new AddressExplanation.Part("00001", "register 1"),
            new AddressExplanation.Part("#LB", "order BADC"));
    assertThat(explained.function()).isEqualTo(3);
    assertThat(explained.start()).isZero();
    assertThat(explained.count()).isEqualTo(2);
    assertThat(explained.alsoWritten()).containsExactly("1!40001#LB", "1!41#LB");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1!000007|BIT|Unit 1, coil 7.",
        "2!300001.3|BIT|Unit 2, input register 1, bit 3.",
        "1!400051.16L|STRING|Unit 1, holding register 51, string of 16 characters, two characters"
            + " a register, low byte first.",
        "1!400001|INT16|Unit 1, holding register 1, 16-bit integer, byte order AB.",
      })
  void sentencesForOtherTypes(String text, DataType type, String sentence) {
    assertThat(good(text, type).explain(type, 1).sentence()).isEqualTo(sentence);
  }

  private static ModbusAddress good(String text, DataType type) {
    ParsedAddress parsed = ModbusAddress.parse(text, type, 1);
    assertThat(parsed).isInstanceOf(Good.class);
    return ((Good) parsed).address();
  }
}
