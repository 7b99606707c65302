/** Rules as they are posted, with the complaints of the product. */
package dev.plantwright.engine.rules.definition;
