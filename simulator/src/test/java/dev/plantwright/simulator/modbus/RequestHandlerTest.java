package dev.plantwright.simulator.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.field.modbus.ModbusArea;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests and answers byte by byte, as the Modbus application protocol 1.1b3 has them. */
class RequestHandlerTest {
  private static final HexFormat HEX = HexFormat.of();

  private final RegisterImage image =
      new RegisterImage(
          Map.of(
              ModbusArea.COIL, 20,
              ModbusArea.DISCRETE_INPUT, 10,
              ModbusArea.INPUT_REGISTER, 300,
              ModbusArea.HOLDING_REGISTER, 300));
  private final List<String> written = new ArrayList<>();
  private final RequestHandler handler =
      new RequestHandler(
          image, (area, start, count) -> written.add(area + " " + start + " " + count));

  RequestHandlerTest() {
    for (int i = 0; i < 300; i++) {
      image.putRegister(ModbusArea.HOLDING_REGISTER, i, 0x1000 + i);
      image.putRegister(ModbusArea.INPUT_REGISTER, i, 0x2000 + i);
    }
    for (int i : List.of(0, 2, 3, 8, 19)) {
      image.putBit(ModbusArea.COIL, i, true);
    }
    image.putBit(ModbusArea.DISCRETE_INPUT, 9, true);
  }

  private String ask(String request) {
    ByteBuffer answer = handler.answer(ByteBuffer.wrap(HEX.parseHex(request.replace(" ", ""))));
    return HEX.formatHex(answer.array(), answer.position(), answer.limit());
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "01 0000 0014, 01030d0108",
    "01 0002 0002, 010103",
    "02 0000 000a, 02020002",
    "03 0000 0001, 03021000",
    "03 012a 0002, 0304112a112b",
    "04 0005 0001, 04022005",
    "05 0001 ff00, 050001ff00",
    "05 0000 0000, 0500000000",
    "06 0003 abcd, 060003abcd",
    "0f 0000 000a 02 ff01, 0f0000000a",
    "10 0001 0002 04 11112222, 1000010002",
    "16 0000 0ff0 000f, 1600000ff0000f",
    "17 0000 0002 0001 0001 02 beef, 17041000beef"
  })
  void goodRequestsAreAnswered(String request, String answer) {
    assertThat(ask(request)).isEqualTo(answer);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "00, 8001",
    "07, 8701",
    "2b 0e 01 00, ab01",
    "41, c101",
    "01 0000 0000, 8103",
    "01 0000 07d1, 8103",
    "02 0000 0000, 8203",
    "03 0000 0000, 8303",
    "03 0000 007e, 8303",
    "04 0000 ffff, 8403",
    "01 0014 0001, 8102",
    "02 0009 0002, 8202",
    "03 012c 0001, 8302",
    "03 012b 0002, 8302",
    "03 ffff 0002, 8302",
    "04 012c 0001, 8402",
    "03 0000, 8303",
    "03 0000 0001 00, 8303",
    "05 0000 1234, 8503",
    "05 0014 ff00, 8502",
    "06 012c 0001, 8602",
    "0f 0000 000a 01 ff, 8f03",
    "0f 0000 07b1 f7 00, 8f03",
    "0f 000b 000a 02 ffff, 8f02",
    "10 0000 0002 04 1111, 9003",
    "10 0000 0002 03 111122, 9003",
    "10 0000 007c f8 00, 9003",
    "10 012b 0002 04 11112222, 9002",
    "16 012c 0000 0000, 9602",
    "17 0000 007e 0000 0001 02 0000, 9703",
    "17 0000 0001 012c 0001 02 0000, 9702"
  })
  void eachMistakeHasItsException(String request, String answer) {
    assertThat(ask(request)).isEqualTo(answer);
    assertThat(written).isEmpty();
  }

  @Test
  void writesAreToldAndSeen() {
    ask("10 0001 0002 04 11112222");
    ask("0f 0004 0003 01 05");
    ask("16 0000 00f0 0005");

    assertThat(ask("03 0000 0003")).isEqualTo("0306" + "0005" + "1111" + "2222");
    assertThat(ask("01 0004 0003")).isEqualTo("010105");
    assertThat(written).containsExactly("HOLDING_REGISTER 1 2", "COIL 4 3", "HOLDING_REGISTER 0 1");
  }

  @Test
  void theLargestBlocksAreAnswered() {
    assertThat(ask("03 0000 007d")).hasSize(4 + 125 * 4);
    assertThat(ask("10 0000 007b f6" + "0102".repeat(123))).isEqualTo("100000007b");
  }
}
