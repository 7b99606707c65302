package dev.plantwright.launcher;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the log of this process to a file of its own: at most four of 5 MB, the newest unnumbered.
 */
final class Logging {
  private static final String LINE =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{36} %msg%n";

  private Logging() {}

  /**
   * @throws CouldNotRun if the folder cannot be written to
   */
  static void to(Path folder, String name) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CouldNotRun("Cannot write the log to " + folder + ": " + e.getMessage(), e);
    }
    // What uses java.util.logging would write to standard error; errors reach us otherwise.
    LogManager.getLogManager().reset();
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender(context, folder, name));
  }

  private static RollingFileAppender<ILoggingEvent> appender(
      LoggerContext context, Path folder, String name) {
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setFile(folder.resolve(name + ".log").toString());
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(LINE);
    encoder.start();
    appender.setEncoder(encoder);
    FixedWindowRollingPolicy files = new FixedWindowRollingPolicy();
    files.setContext(context);
    files.setParent(appender);
    files.setFileNamePattern(folder.resolve(name + ".%i.log").toString());
    files.setMinIndex(1);
    files.setMaxIndex(3);
    files.start();
    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(context);
    size.setMaxFileSize(FileSize.valueOf("5MB"));
    size.start();
    appender.setRollingPolicy(files);
    appender.setTriggeringPolicy(size);
    appender.start();
    return appender;
  }
}
