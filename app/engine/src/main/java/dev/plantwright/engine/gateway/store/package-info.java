/** What the gateway keeps over a restart: one SQLite file, one transaction a change. */
package dev.plantwright.engine.gateway.store;
