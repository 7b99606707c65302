/** Who may come in and what they may do. */
package dev.plantwright.engine.broker.access;
