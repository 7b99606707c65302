package dev.plantwright.engine.broker.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PacketDecoderTest {
  private static final List<String> PACKETS =
      List.of(
          "101C00044D5154540506003C051100000000000261620000017800026869",
          "30050001610078",
          "320E0001610001072600016B00017678",
          "40020001",
          "5003000110",
          "62020001",
          "82090001020B0700016100",
          "A206000100000161",
          "C000",
          "E0020000");

  @Property(tries = 3_000)
  void whatever_comes_it_gives_packets_until_at_most_one_invalid_and_never_throws(
      @ForAll Random random, @ForAll @IntRange(min = 0, max = 6) int mutations) {
    byte[] bytes = HexFormat.of().parseHex(String.join("", PACKETS));
    for (int i = 0; i < mutations; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    List<Packet> packets = decode(bytes, random);
    long invalid = packets.stream().filter(Packet.Invalid.class::isInstance).count();
    assertThat(invalid).isLessThanOrEqualTo(1);
    if (invalid == 1) {
      assertThat(packets.getLast()).isInstanceOf(Packet.Invalid.class);
    }
  }

  @Test
  void the_packets_the_mutations_start_from_are_whole() {
    byte[] bytes = HexFormat.of().parseHex(String.join("", PACKETS));
    assertThat(decode(bytes, new Random(1)))
        .hasSize(PACKETS.size())
        .noneMatch(Packet.Invalid.class::isInstance);
  }

  /** Hands the bytes over in pieces of random size. */
  private static List<Packet> decode(byte[] bytes, Random random) {
    EmbeddedChannel channel = new EmbeddedChannel(new PacketDecoder(1 << 20));
    ByteBuf all = Unpooled.wrappedBuffer(bytes);
    while (all.isReadable()) {
      int length = Math.min(all.readableBytes(), 1 + random.nextInt(40));
      channel.writeInbound(Unpooled.copiedBuffer(all.readSlice(length)));
    }
    List<Packet> packets = new ArrayList<>();
    for (Packet packet = channel.readInbound(); packet != null; packet = channel.readInbound()) {
      packets.add(packet);
    }
    channel.finishAndReleaseAll();
    return packets;
  }

  @Test
  void bytes_wait_while_the_channel_does_not_read() {
    EmbeddedChannel channel = new EmbeddedChannel(new PacketDecoder(1 << 20));
    channel.writeInbound(Unpooled.wrappedBuffer(HexFormat.of().parseHex(PACKETS.getFirst())));
    Packet connect = channel.readInbound();
    assertThat(connect).isInstanceOf(Packet.Connect.class);
    channel.config().setAutoRead(false);
    channel.writeInbound(Unpooled.wrappedBuffer(HexFormat.of().parseHex("C000")));
    Packet none = channel.readInbound();
    assertThat(none).isNull();
    channel.config().setAutoRead(true);
    channel.writeInbound(Unpooled.EMPTY_BUFFER);
    Packet ping = channel.readInbound();
    assertThat(ping).isEqualTo(new Packet.Pingreq());
    channel.finishAndReleaseAll();
  }
}
