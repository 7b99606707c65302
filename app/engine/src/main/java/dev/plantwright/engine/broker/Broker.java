package dev.plantwright.engine.broker;

import dev.plantwright.engine.broker.access.Access;
import dev.plantwright.engine.broker.codec.PacketDecoder;
import dev.plantwright.engine.broker.durability.SegmentedLog;
import dev.plantwright.engine.broker.retained.RetainedStore;
import dev.plantwright.engine.broker.router.Router;
import dev.plantwright.engine.broker.session.Census;
import dev.plantwright.engine.broker.session.Connection;
import dev.plantwright.engine.broker.session.Sessions;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The MQTT broker: 3.1, 3.1.1 and 5.0. One event loop owns sockets, sessions, routes and retained
 * messages; the log is written by a thread of its own.
 */
public final class Broker implements LocalClients, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Broker.class);
  private static final int TICK_MILLIS = 250;
  private static final WriteBufferWaterMark OUT = new WriteBufferWaterMark(128 << 10, 512 << 10);

  private final BrokerOptions options;
  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("broker", true), NioIoHandler.newFactory());
  private final EventLoop loop = group.next();
  private final SegmentedLog log;
  private final Sessions sessions;
  private final List<Channel> listeners = new ArrayList<>();

  /**
   * Opens the log and comes back with what was retained; listens nowhere yet. Blocks.
   *
   * @throws IOException the log cannot be read
   */
  public Broker(BrokerOptions options) throws IOException {
    this.options = options;
    log = SegmentedLog.open(options.dir(), loop, options.log());
    RetainedStore retained = new RetainedStore(log, options.clock());
    log.replay(retained::replay);
    LOG.info("{} retained messages", retained.size());
    Router router = new Router(retained);
    sessions = new Sessions(router, log, options.access(), options.limits(), options.clock());
    loop.scheduleAtFixedRate(sessions::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Listens for MQTT over TCP; blocks until it does.
   *
   * @param port 0 for any free one
   * @return the port
   * @throws IOException the port is taken or the host is not one of this machine
   */
  public int listen(String host, int port) throws IOException {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 1024)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, OUT)
            .childHandler(new Pipeline());
    var bound = bootstrap.bind(host, port).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException(bound.cause().getMessage(), bound.cause());
    }
    listeners.add(bound.channel());
    return ((InetSocketAddress) bound.channel().localAddress()).getPort();
  }

  private final class Pipeline extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel channel) {
      channel
          .pipeline()
          .addLast(new PacketDecoder(options.limits().packetBytes()))
          .addLast(new Connection(sessions));
    }
  }

  @Override
  public LocalClient connect(String clientId, String user, Consumer<Publication> receiver) {
    Access.Client client = new Access.Client(clientId, user);
    return new InProcessClient(loop, sessions, log, options.clock(), client, receiver);
  }

  /** A picture of the moment it is taken, on the broker's loop. */
  public CompletionStage<Census> census() {
    return CompletableFuture.supplyAsync(sessions::census, loop);
  }

  /** Sends the clients away, writes what waits to the log and ends; blocks; never throws. */
  @Override
  public void close() {
    listeners.forEach(listener -> listener.close().awaitUninterruptibly());
    loop.submit(sessions::shutDown).awaitUninterruptibly();
    log.close();
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
