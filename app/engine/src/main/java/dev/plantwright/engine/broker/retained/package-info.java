/** The last message of each topic, found by topic filter and kept over a crash. */
package dev.plantwright.engine.broker.retained;
