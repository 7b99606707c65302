package dev.plantwright.engine.broker.session;

import dev.plantwright.engine.broker.codec.Packet;
import dev.plantwright.engine.broker.codec.PacketWriter;
import dev.plantwright.engine.broker.codec.Properties;
import dev.plantwright.engine.broker.codec.PropertyKind;
import dev.plantwright.engine.broker.codec.ReasonCode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket: what is read goes to the greeting first and then to the dialogue, what is written is
 * collected and flushed once a turn of the loop. Confined to the broker's loop.
 */
public final class Connection extends SimpleChannelInboundHandler<Packet> {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final int FLUSH_AT = 32 << 10;
  private static final int UNREAD_ANSWERS = 1 << 20;
  private static final int CLOSE_SECONDS = 2;

  /** Why nothing is read from the client for a while. */
  enum Pause {
    /** It does not read what it is answered. */
    ANSWERS,
    /** What it sent waits to be stored. */
    STORE,
    /** A subscriber of what it sends has more to take than is good. */
    SUBSCRIBER
  }

  private final Sessions sessions;
  private final Set<Pause> pauses = EnumSet.noneOf(Pause.class);
  private ChannelHandlerContext context;
  private PacketWriter writer = new PacketWriter(Packet.MQTT_3_1_1);
  private int version;
  private Dialogue dialogue;
  private ByteBuf out;
  private boolean flushPlanned;
  private boolean closing;
  private long heardAt;
  private long silenceMillis = Long.MAX_VALUE;

  public Connection(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    this.context = context;
    heardAt = sessions.clock().millis();
    silenceMillis = sessions.limits().connectSeconds() * 1000L;
    if (!sessions.opened(this)) {
      LOG.warn("{} refused: {} clients are connected", peer(), sessions.limits().connections());
      context.close();
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Packet packet) {
    if (closing) {
      return;
    }
    switch (packet) {
      case Packet.Invalid invalid -> refuse(invalid);
      case Packet.Connect connect -> greet(connect);
      case Packet other -> dialogue.handle(other);
    }
  }

  private void greet(Packet.Connect connect) {
    speak(connect.version());
    heardAt = sessions.clock().millis();
    silenceMillis =
        connect.keepAliveSeconds() == 0 ? Long.MAX_VALUE : connect.keepAliveSeconds() * 1500L;
    Greeting greeting = new Greeting(sessions, connect);
    ReasonCode reason = greeting.judge();
    if (reason != ReasonCode.SUCCESS) {
      LOG.info("{} refused as '{}': {}", peer(), connect.clientId(), reason);
      send(new Packet.Connack(false, reason, Properties.NONE));
      closeWhenWritten();
      return;
    }
    Sessions.Attached attached = sessions.attach(greeting.client(), connect, this);
    dialogue = new Dialogue(sessions, this, attached.session(), greeting.client());
    send(new Packet.Connack(attached.present(), reason, greeting.answer()));
    attached.session().resume(new ClientOutlet(this, writer, connect, sessions.clock()));
  }

  private void refuse(Packet.Invalid invalid) {
    LOG.info("{} broke the protocol: {}", dialogue == null ? peer() : dialogue, invalid.sentence());
    if (dialogue != null) {
      disconnect(invalid.reason(), invalid.sentence());
      return;
    }
    boolean answered =
        invalid.version() == Packet.MQTT_5
            || invalid.reason() == ReasonCode.UNSUPPORTED_PROTOCOL_VERSION;
    if (answered) {
      speak(invalid.version());
      send(new Packet.Connack(false, invalid.reason(), Properties.NONE));
    }
    closeWhenWritten();
  }

  private void speak(int version) {
    this.version = version;
    writer = new PacketWriter(version);
  }

  int version() {
    return version;
  }

  /** Says why (MQTT 5) and closes; the will is published. */
  void disconnect(ReasonCode reason, String sentence) {
    if (closing) {
      return;
    }
    if (version == Packet.MQTT_5) {
      Properties why = Properties.builder().text(PropertyKind.REASON_STRING, sentence).build();
      send(new Packet.Disconnect(reason.code(), why));
    }
    closeWhenWritten();
  }

  /** The session now belongs to somebody else. */
  void evict(ReasonCode reason) {
    Dialogue evicted = dialogue;
    disconnect(reason, "another client connected with this client id");
    if (evicted != null) {
      evicted.leave(true);
    }
  }

  void shutDown() {
    if (dialogue != null) {
      dialogue.leave(false);
    }
    disconnect(ReasonCode.SERVER_SHUTTING_DOWN, "the broker is being stopped");
  }

  void checkKeepAlive(long now) {
    if (pauses.contains(Pause.STORE) || pauses.contains(Pause.SUBSCRIBER)) {
      heardAt = now;
    }
    if (now - heardAt > silenceMillis) {
      LOG.info("{} was silent for {} ms", dialogue == null ? peer() : dialogue, now - heardAt);
      disconnect(ReasonCode.KEEP_ALIVE_TIMEOUT, "nothing was heard for too long");
      context.close();
    }
  }

  void closeWhenWritten() {
    closing = true;
    flush();
    context.writeAndFlush(context.alloc().buffer(0, 0)).addListener(written -> context.close());
    context.executor().schedule(() -> context.close(), CLOSE_SECONDS, TimeUnit.SECONDS);
  }

  void send(Packet packet) {
    writer.write(buffer(), packet);
    written();
    if (!context.channel().isWritable()
        && context.channel().bytesBeforeWritable() > UNREAD_ANSWERS) {
      pause(Pause.ANSWERS);
    }
  }

  /** Where packets are appended; {@link #written} must follow. */
  ByteBuf buffer() {
    if (out == null) {
      out = context.alloc().buffer(1024);
    }
    return out;
  }

  void written() {
    if (out.readableBytes() >= FLUSH_AT) {
      flush();
    } else if (!flushPlanned) {
      flushPlanned = true;
      context.executor().execute(this::plannedFlush);
    }
  }

  private void plannedFlush() {
    flushPlanned = false;
    flush();
  }

  private void flush() {
    if (out != null) {
      ByteBuf full = out;
      out = null;
      context.writeAndFlush(full, context.voidPromise());
    }
  }

  boolean ready() {
    return !closing && context.channel().isWritable();
  }

  void pause(Pause reason) {
    if (pauses.add(reason)) {
      context.channel().config().setAutoRead(false);
    }
  }

  void resume(Pause reason) {
    if (pauses.remove(reason) && pauses.isEmpty()) {
      heardAt = sessions.clock().millis();
      context.channel().config().setAutoRead(true);
      context.executor().execute(this::readHeldBack);
    }
  }

  /** The decoder left in its buffer what came before the pause. */
  private void readHeldBack() {
    context.pipeline().fireChannelRead(Unpooled.EMPTY_BUFFER);
    context.pipeline().fireChannelReadComplete();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (context.channel().isWritable()) {
      resume(Pause.ANSWERS);
      if (dialogue != null) {
        dialogue.pump();
      }
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (dialogue != null) {
      heardAt = sessions.clock().millis();
    }
    context.fireChannelReadComplete();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    closing = true;
    sessions.closed(this);
    if (out != null) {
      out.release();
      out = null;
    }
    if (dialogue != null) {
      dialogue.leave(true);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof IOException) {
      LOG.debug("{} was lost: {}", peer(), cause.getMessage());
    } else {
      LOG.error("{} is closed after a failure of the broker", peer(), cause);
    }
    context.close();
  }

  private String peer() {
    return String.valueOf(context.channel().remoteAddress());
  }
}
