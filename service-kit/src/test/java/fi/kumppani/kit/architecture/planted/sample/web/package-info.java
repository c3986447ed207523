/** An adapter that breaks the rules of adapters. */
@NullMarked
package fi.kumppani.kit.architecture.planted.sample.web;

import org.jspecify.annotations.NullMarked;
