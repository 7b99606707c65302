/** Where results go; a new type is a case in Sinks. */
package dev.plantwright.engine.rules.sink;
